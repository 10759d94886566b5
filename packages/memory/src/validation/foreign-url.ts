const hosts = /https?:\/\/([^\s/?#"'<>)\]]+)/giu;

/** Whether a text links to a host that nobody has named: such a link is not a memory. */
export function hasForeignUrl(text: string, known: string): boolean {
  const haystack = known.toLowerCase();
  return Array.from(text.matchAll(hosts), ([, host = ""]) => host.toLowerCase()).some(
    (host) => !haystack.includes(host),
  );
}
