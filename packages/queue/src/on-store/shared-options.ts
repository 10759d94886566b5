import type { QueueRules } from "../arguments.ts";
import { QueueError } from "../errors.ts";
import type { LaneStore } from "./lane-store.ts";

const renewMs = 60_000;
/** The last user's options hold for so long after its last call, so that a crash or a restart does not lift them. */
export const optionsKeptMs = 3 * renewMs;

/** An option and its value. */
export type GivenOption = readonly [name: string, value: string];

/**
 * Keeps the options for all users of a queue for a while, unless they have agreed on others: then it resolves with one that
 * differs, and its value there.
 */
export type Register = (given: readonly GivenOption[]) => Promise<GivenOption | undefined>;

/** The same for producers, and for those who hold jobs and wait. */
export interface SharedRegister {
  readonly once: Register;
  readonly untilAnswered: Register;
}

/**
 * Lets nobody work on a queue whose other users have other options: two limits, or hand-off and not, would each do harm
 * where the other one counts. It is asked at the first call and then beside one call a minute. Operators' calls, which
 * read or list, are not refused: they must work whatever is wrong.
 */
export function withSharedOptions(
  store: LaneStore,
  register: SharedRegister,
  rules: QueueRules,
): LaneStore {
  const producers = agreement(register.once, rules);
  const holders = agreement(register.untilAnswered, rules);
  return {
    ...store,
    push: (entries) => producers(() => store.push(entries)),
    take: (options) => holders(() => store.take(options)),
    finish: (receipts, how) => holders(() => store.finish(receipts, how)),
    claim: (requests) => holders(() => store.claim(requests)),
    next: (requests) => holders(() => store.next(requests)),
  };
}

function agreement(
  register: Register,
  rules: QueueRules,
): <R>(work: () => Promise<R>) => Promise<R> {
  let agreedAt = -Infinity;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    const at = performance.now();
    await agree(register, rules);
    agreedAt = at;
  }

  return (work) => {
    const age = performance.now() - agreedAt;
    if (age < renewMs) return work();
    asking ??= ask().finally(() => (asking = undefined));
    if (age >= optionsKeptMs) return asking.then(work);
    asking.catch(() => {}); // The next call asks again, and waits for the answer once the options may be forgotten.
    return work();
  };
}

async function agree(register: Register, rules: QueueRules): Promise<void> {
  const { name, callTimeoutMs: _, ...shared } = rules;
  const given = Object.entries(shared).map(([option, value]): GivenOption => [
    option,
    String(value),
  ]);
  const differing = await register(given);
  if (differing === undefined) return;
  const [option, theirs] = differing;
  const ours = given.find(([known]) => known === option)?.[1];
  throw new QueueError(
    "options_differ",
    `Queue ${name} is in use with \`${option}\` ${theirs}, not ${ours}: give all its users the same options; those of users that have stopped are forgotten after ${optionsKeptMs / 60_000} minutes.`,
  );
}
