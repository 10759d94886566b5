import { inboundQueue, outboundQueue, summariesQueue } from "@tgmem/contracts";
import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import { z } from "zod";

const lists = [inboundQueue, outboundQueue, summariesQueue];

it.each(lists)(
  "an older process leaves to a newer one what it put on the list: $name",
  async ({ schema, ...options }) => {
    let now = 0;
    let release: z.ZodType = schema;
    const queue = inMemoryQueue<unknown>({
      ...options,
      handOff: false,
      schema: { parse: (body) => release.parse(body) },
      now: () => now,
    });
    const take = () => queue.take({ max: 9, leaseMs: 1_000, waitMs: 0 });
    const body = { v: 2, chatId: "42", of: "the next release" };
    await queue.push([{ id: "1", lane: "chat:42", body }]);
    for (let looks = 0; looks < 20; looks++) {
      expect(await take()).toEqual([]);
      now += 60_000;
    }
    release = z.looseObject({ v: z.literal(2) });
    expect(await take()).toMatchObject([{ id: "1", body, attempt: 1 }]);
    expect((await queue.stats()).deadLetters).toBe(0);
  },
);

it.each(lists)(
  "what is of no newer release is a dead letter at once: $name",
  async ({ schema, ...options }) => {
    const queue = inMemoryQueue<unknown>({ ...options, handOff: false, schema });
    for (const [id, body] of [null, { v: 1 }, { v: 0 }, { v: "2" }].entries())
      await queue.push([{ id: `${id}`, lane: "chat:42", body }]);
    expect(await queue.take({ max: 9, leaseMs: 1_000, waitMs: 0 })).toEqual([]);
    expect(await queue.stats()).toMatchObject({ depth: 0, deadLetters: 4 });
  },
);
