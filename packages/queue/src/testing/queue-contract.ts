import { randomBytes } from "node:crypto";
import type { Queue, QueueOptions } from "../queue.ts";
import { aliasCases } from "./cases/aliases.ts";
import { deadLetterCases } from "./cases/dead-letters.ts";
import { delayCases } from "./cases/delays.ts";
import { droppedLetterCases } from "./cases/dropped-letters.ts";
import { endedLeaseCases } from "./cases/ended-leases.ts";
import { handOffCases } from "./cases/hand-off.ts";
import { handOffFaultCases } from "./cases/hand-off-faults.ts";
import { laneCases } from "./cases/lanes.ts";
import { leaseCases } from "./cases/leases.ts";
import { newerBodyCases } from "./cases/newer-bodies.ts";
import { optionCases } from "./cases/options.ts";
import { pauseCases } from "./cases/pauses.ts";
import { pushCases } from "./cases/push.ts";
import { repairCases } from "./cases/repair.ts";
import { takeCases } from "./cases/take.ts";
import { waitCases } from "./cases/wait.ts";
import { type Body, bodySchema, type Cases, type OpenOptions } from "./kit.ts";

/** Says how the contract comes by the queue under test. */
export interface QueueContractOptions {
  /**
   * Makes a handle on the queue `options.name`. Asked twice for one name it gives two handles, as two processes have them; an
   * adapter whose queues live in one process gives the same one again. Keeps time by `now` if given.
   */
  readonly create: (
    options: QueueOptions<Body> & { readonly now?: () => number },
  ) => Promise<Queue<Body>>;
  /** Removes what a queue left; called when its handles are closed. */
  readonly destroy?: (name: string) => Promise<void>;
}

/** One promise of the port. Any test runner can run it: `it(title, run)`. */
export interface ContractCase {
  /** A sentence that states the promise. */
  readonly title: string;
  /** Rejects when the promise is broken. */
  readonly run: () => Promise<void>;
}

/** Makes the cases that every adapter of the port has to pass, one for each promise. */
export function queueContract(options: QueueContractOptions): readonly ContractCase[] {
  const all: Cases = {
    ...pushCases,
    ...aliasCases,
    ...takeCases,
    ...laneCases,
    ...delayCases,
    ...pauseCases,
    ...leaseCases,
    ...endedLeaseCases,
    ...handOffCases,
    ...handOffFaultCases,
    ...deadLetterCases,
    ...droppedLetterCases,
    ...newerBodyCases,
    ...repairCases,
    ...waitCases,
    ...optionCases,
  };
  return Object.entries(all).map(([title, check]) => ({
    title,
    run: () => runCase(check, options),
  }));
}

async function runCase(
  check: Cases[string],
  { create, destroy }: QueueContractOptions,
): Promise<void> {
  const name = `contract-${randomBytes(6).toString("hex")}`;
  const handles = new Set<Queue<Body>>();
  const clock = { now: 1_000_000 };
  async function open(given: OpenOptions = {}): Promise<Queue<Body>> {
    const { realTime = false, ...rules } = given;
    const time = realTime ? {} : { now: () => clock.now };
    const handle = await create({ maxAttempts: 3, schema: bodySchema, ...rules, name, ...time });
    handles.add(handle);
    return handle;
  }
  try {
    await check({ open, clock });
  } finally {
    await Promise.all([...handles].map((handle) => handle.close()));
    await destroy?.(name);
  }
}
