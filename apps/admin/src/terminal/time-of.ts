/** Writes a moment to the minute, in UTC. */
export const timeOf = (ms: number): string =>
  new Date(ms).toISOString().slice(0, 16).replace("T", " ");
