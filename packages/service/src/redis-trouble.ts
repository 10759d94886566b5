const remedies: readonly (readonly [RegExp, string, string])[] = [
  [/^OOM\b/u, "Redis is at its memory limit", "raise maxmemory of the server of REDIS_URL"],
  [
    /^MISCONF\b/u,
    "Redis cannot write to its disk",
    "make room on the disk of the server of REDIS_URL",
  ],
  [/^(?:READONLY|NOREPLICAS)\b/u, "Redis refuses writes", "name the primary in REDIS_URL"],
  [
    /^(?:NOAUTH|WRONGPASS|NOPERM)\b/u,
    "Redis refuses the log-in",
    "check the password in REDIS_URL",
  ],
  [/^LOADING\b/u, "Redis reads its data from disk", "wait"],
];

/** Tells by the words of Redis what is wrong with it, and what to do. */
export function redisTrouble(error: unknown): { readonly what: string; readonly remedy: string } {
  const words = wordsOf(error);
  const [, what, remedy] = remedies.find(([pattern]) => pattern.test(words)) ?? [];
  return what !== undefined && remedy !== undefined
    ? { what, remedy }
    : { what: "Redis does not answer", remedy: "check that it runs, and REDIS_URL" };
}

/** A library puts what Redis said behind words of its own. */
function wordsOf(error: unknown): string {
  let deepest = error;
  while (deepest instanceof Error && deepest.cause instanceof Error) deepest = deepest.cause;
  return deepest instanceof Error ? deepest.message : "";
}
