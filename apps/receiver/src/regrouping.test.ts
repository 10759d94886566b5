import { InboundMessage } from "@tgmem/contracts";
import { inMemoryQueue, type Producer } from "@tgmem/queue";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { receive, type ReceivedMessage } from "./receive.ts";

const written = (messageId: number): ReceivedMessage => ({
  chatId: "42",
  userId: "42",
  messageId,
  text: `text ${messageId}`,
  sentAtMs: messageId,
});

function merged(members: readonly ReceivedMessage[]): ReceivedMessage {
  const [first = written(0)] = members;
  if (members.length === 1) return first;
  return { ...first, text: members.map(({ text }) => text).join("\n"), members };
}

/** One run of the receiver: how it groups, after how many pushes it dies, and which of them it does not hear of. */
const life = fc.record({
  groups: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }),
  pushes: fc.nat(12),
  unheard: fc.array(fc.nat(8), { maxLength: 2 }),
  /** Groups that were handled and not yet noted down when it died. */
  lag: fc.nat(3),
});

class Killed extends Error {}

it("loses no message and doubles none, however they are grouped and whenever it dies", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 15 }),
      fc.array(life, { maxLength: 5 }),
      async (count, lives) => {
        const inbound = inMemoryQueue({ name: "inbound", schema: InboundMessage });
        let checkpoint = 0;
        for (const one of [...lives, { groups: [2], pushes: Infinity, unheard: [], lag: 0 }]) {
          let pushes = 0;
          const dying: Producer<InboundMessage> = {
            async push(jobs) {
              if (pushes >= one.pushes) throw new Killed();
              const duplicates = await inbound.push(jobs);
              if (one.unheard.includes(pushes++)) throw new Error("the answer was lost");
              return duplicates;
            },
          };
          const ends = await runUntilDeath(checkpoint, count, one.groups, dying);
          checkpoint = ends.at(-1 - one.lag) ?? checkpoint;
        }
        const jobs: number[] = [];
        for (;;) {
          const [job] = await inbound.take({ max: 1, leaseMs: 60_000, waitMs: 0 });
          if (!job) break;
          const { parts = [job.body] } = job.body;
          jobs.push(...parts.map(({ messageId }) => messageId));
          await inbound.settle([job.receipt]);
        }
        expect(jobs).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      },
    ),
    { numRuns: 300 },
  );
});

/** Where each handled group ended. */
async function runUntilDeath(
  from: number,
  to: number,
  groups: readonly number[],
  inbound: Producer<InboundMessage>,
): Promise<readonly number[]> {
  const ends: number[] = [];
  for (let at = from, group = 0; at < to; group++) {
    const size = Math.min(groups[group % groups.length] ?? 1, to - at);
    const members = Array.from({ length: size }, (_, index) => written(at + index + 1));
    try {
      await untilReceived(merged(members), inbound);
    } catch (error) {
      if (error instanceof Killed) return ends;
      throw error;
    }
    at += size;
    ends.push(at);
  }
  return ends;
}

async function untilReceived(
  message: ReceivedMessage,
  inbound: Producer<InboundMessage>,
): Promise<void> {
  try {
    await receive(message, { inbound, account: "999", whitelist: null });
  } catch (error) {
    if (error instanceof Killed) throw error;
    await untilReceived(message, inbound);
  }
}
