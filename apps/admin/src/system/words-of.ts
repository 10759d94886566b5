import { outageWords, redisTrouble } from "@tgmem/service";

const redisErrors: ReadonlySet<string> = new Set(["MaxRetriesPerRequestError", "ReplyError"]);

/** Says what went wrong and what to do. Errors of ours do so by themselves; those of the client of Redis, and of time, are made to. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (redisErrors.has(error.name)) return outageWords(redisTrouble(error));
  if (error.name === "TimeoutError")
    return "There was no answer in time: try again, or look at tgmem doctor.";
  return error.message || `Unknown (${error.name}).`;
}
