import { QueueError } from "./errors.ts";
import type { NewJob, QueueOptions } from "./queue.ts";

/** Bounds one round trip: Lua can unpack about 8000 values, and nothing else runs in Redis meanwhile. */
export const maxItems = 1_000;
const maxAliases = 100;
/** A call is one command, whose text has to fit into a string of Node. */
const maxLength = 256_000_000;

type Limits = Required<
  Pick<
    QueueOptions<unknown>,
    | "dedupeMs"
    | "maxAttempts"
    | "maxEndedLeases"
    | "maxDepth"
    | "maxInFlight"
    | "handOff"
    | "maxDeadLetters"
    | "deadLetterTtlMs"
    | "newerForMs"
    | "callTimeoutMs"
  >
>;
/** The options of a queue but for how it reads bodies, checked and complete. */
export type QueueRules = Limits & { readonly name: string };

export function queueRules(options: Omit<QueueOptions<unknown>, "schema">): QueueRules {
  const { name, handOff = false } = options;
  const { dedupeMs = 3_600_000, maxAttempts = 5, maxEndedLeases = 5, maxDepth = 0 } = options;
  const { maxInFlight = 0, maxDeadLetters = 10_000, callTimeoutMs = 60_000 } = options;
  const { deadLetterTtlMs = 30 * 86_400_000, newerForMs = 3_600_000 } = options;
  if (!/^[^{}\s]+$/.test(name)) {
    throw invalid(`Expected \`name\` without spaces and braces, got \`${name}\`.`);
  }
  atLeast(0, { dedupeMs, maxDepth, maxInFlight, deadLetterTtlMs, newerForMs });
  atLeast(1, { maxAttempts, maxEndedLeases, maxDeadLetters, callTimeoutMs });
  const ends = { maxAttempts, maxEndedLeases, maxDeadLetters, deadLetterTtlMs };
  const limits = { dedupeMs, ...ends, maxDepth, maxInFlight, handOff };
  return { name, ...limits, newerForMs, callTimeoutMs };
}

/** Refuses everything that is not a whole number of at least `min`. */
export function atLeast(min: number, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!Number.isSafeInteger(value) || value < min) {
      throw invalid(`Expected \`${name}\` to be an integer of at least ${min}, got \`${value}\`.`);
    }
  }
}

export function checkCount(what: string, count: number): void {
  if (count > maxItems) {
    throw invalid(`Expected at most ${maxItems} ${what} in a call, got ${count}: split them.`);
  }
}

export function checkJobs(jobs: readonly NewJob<unknown>[]): void {
  checkCount("jobs", jobs.length);
  for (const { id, lane, aliases = [], delayMs } of jobs) {
    checkLane(lane);
    if (delayMs !== undefined) atLeast(0, { delayMs });
    if (!isId(id)) {
      throw invalid(
        "Expected `id` to be a non-empty string of well-formed Unicode without spaces.",
      );
    }
    if (!Array.isArray(aliases) || !aliases.every(isId)) {
      throw invalid(
        "Expected `aliases` to be a list of non-empty strings of well-formed Unicode without spaces.",
      );
    }
    if (aliases.length > maxAliases) {
      throw invalid(
        `Expected at most ${maxAliases} \`aliases\` a job, got ${aliases.length}: name fewer.`,
      );
    }
  }
}

/** Stands for all lanes where one is paused. No lane is called so. */
export const everything = "";
export const isLane = (lane: string): boolean => lane !== everything;

export function checkLane(lane: unknown): void {
  if (typeof lane !== "string" || lane === "" || !lane.isWellFormed()) {
    throw invalid("Expected `lane` to be a non-empty string of well-formed Unicode.");
  }
}

/** Refuses the bodies of a call that are too long together, in characters of their JSON. */
export function checkLength(length: number): void {
  if (length > maxLength) {
    throw invalid(
      `Expected bodies of at most ${maxLength} characters of JSON in a call, got ${length}: split them.`,
    );
  }
}

/** Redis keeps UTF-8, in which all lone surrogates are one letter: two ids would be one. */
const isId = (id: unknown): boolean =>
  typeof id === "string" && /^\S+$/.test(id) && id.isWellFormed();

export const invalid = (message: string): QueueError => new QueueError("invalid_argument", message);
