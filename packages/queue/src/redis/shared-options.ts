import type { QueueRules } from "../arguments.ts";
import { QueueError } from "../errors.ts";
import type { LaneStore } from "../on-store/lane-store.ts";
import { keyPrefix } from "./key-prefix.ts";
import { script } from "./script.ts";
import { register } from "./scripts/register.ts";
import type { Transport } from "./transport.ts";

const renewMs = 60_000;
/** The last user's options hold for so long after its last call, so that a crash or a restart does not lift them. */
const keptMs = 3 * renewMs;

const run = script<string[]>(register);

type Send = Transport["once"] | Transport["untilAnswered"];

/**
 * Lets nobody work on a queue whose other users have other options: two limits, or hand-off and not, would each do harm
 * where the other one counts. It is asked at the first call and then beside one call a minute. Operators' calls, which
 * read or list, are not refused: they must work whatever is wrong.
 */
export function withSharedOptions(
  store: LaneStore,
  { once, untilAnswered }: Transport,
  rules: QueueRules,
): LaneStore {
  const producers = agreement(once, rules);
  const holders = agreement(untilAnswered, rules);
  return {
    ...store,
    push: (entries) => producers(() => store.push(entries)),
    take: (options) => holders(() => store.take(options)),
    finish: (receipts, how) => holders(() => store.finish(receipts, how)),
    claim: (requests) => holders(() => store.claim(requests)),
    next: (requests) => holders(() => store.next(requests)),
  };
}

function agreement(send: Send, rules: QueueRules): <R>(work: () => Promise<R>) => Promise<R> {
  let agreedAt = -Infinity;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    const at = performance.now();
    await agree(send, rules);
    agreedAt = at;
  }

  return (work) => {
    const age = performance.now() - agreedAt;
    if (age < renewMs) return work();
    asking ??= ask().finally(() => (asking = undefined));
    if (age >= keptMs) return asking.then(work);
    asking.catch(() => {}); // The next call asks again, and waits for the answer once the options may be forgotten.
    return work();
  };
}

async function agree(send: Send, rules: QueueRules): Promise<void> {
  const { name, callTimeoutMs: _, ...shared } = rules;
  const given = Object.entries(shared).flatMap(([option, value]) => [option, String(value)]);
  const [option, theirs] = await send((redis) =>
    run(redis, [`${keyPrefix(name)}options`], [keptMs, ...given]),
  );
  if (option === undefined) return;
  const ours = given[given.indexOf(option) + 1];
  throw new QueueError(
    "options_differ",
    `Queue ${name} is in use with \`${option}\` ${theirs}, not ${ours}: give all its users the same options; those of users that have stopped are forgotten after ${keptMs / 60_000} minutes.`,
  );
}
