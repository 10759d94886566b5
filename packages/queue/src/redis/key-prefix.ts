/** All keys of a queue begin with it; the braces keep them on one node of a cluster. */
export const keyPrefix = (name: string): string => `q:{${name}}:`;
