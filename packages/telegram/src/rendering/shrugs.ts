/** The arms and the face of `¯\_(ツ)_/¯`, and those of `¯\\_(ツ)_/¯`, whose first arm Markdown makes one of. */
const shrug = /(?<!\\)\\_\([^()\s]{1,8}\)_\/|(?<=\\\\)_\([^()\s]{1,8}\)_(?=\/)/g;

/** Takes them out of a text, because Markdown would take an arm, or make the face slanting. */
export const keepShrugs = (markdown: string, keep: (stretch: string) => string): string =>
  markdown.replaceAll(shrug, (match) => keep(match));
