/** Reads one value of what `INFO` of Redis answers; empty = it tells none. */
export const infoValue = (info: string, name: string): string =>
  new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1] ?? "";
