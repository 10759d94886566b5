import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createPacer } from "./pacer.ts";

interface Asking {
  readonly at: number;
  readonly chatId: string;
}

/**
 * Lets messages ask when they come, in the order of each chat, and again when they were told to; beside them those ask that take
 * what is left over. Gives when each message went.
 */
function simulate(
  messages: readonly Asking[],
  spares: readonly Asking[],
  options: { readonly perSecond: number; readonly chatIntervalMs: number },
) {
  const clock = { time: 0 };
  const pacer = createPacer({ ...options, now: () => clock.time });
  const waiting = messages.map((message, index) => ({ ...message, index }));
  const wentAt: number[] = [];
  let spared = 0;
  const due = [...spares].toSorted((one, other) => one.at - other.at);
  while (waiting.length > 0) {
    clock.time = Math.min(...waiting.map(({ at }) => at), due[0]?.at ?? Number.POSITIVE_INFINITY);
    while (due[0] && due[0].at <= clock.time)
      if (pacer.acquire(due.shift()?.chatId ?? "", { spare: true }) === 0) spared++;
    const blocked = new Set<string>();
    for (const message of waiting.filter(({ at }) => at <= clock.time)) {
      if (blocked.has(message.chatId)) continue;
      const waitMs = pacer.acquire(message.chatId);
      if (waitMs === 0) {
        wentAt[message.index] = clock.time;
        waiting.splice(waiting.indexOf(message), 1);
        continue;
      }
      message.at = clock.time + waitMs;
      for (const later of waiting)
        if (later.chatId === message.chatId) later.at = Math.max(later.at, message.at);
      blocked.add(message.chatId);
    }
  }
  return { wentAt, spared };
}

const asking = (chats: readonly [string, ...string[]], { most }: { readonly most: number }) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.constantFrom(...chats)), {
      minLength: 1,
      maxLength: most,
      size: "max",
    })
    .map((pauses) => {
      let at = 0;
      return pauses.map(([afterMs, chatId]) => ({ at: (at += afterMs), chatId }));
    });

it.each([
  ["a private chat", "42", 1_000, 60],
  ["a group that gets ten messages", "-7", 3_000, 10],
])(
  "what is left over delays no message to %s by more than an interval",
  (_, chatId, longestMs, most) => {
    let spared = 0;
    fc.assert(
      fc.property(
        asking([chatId], { most }),
        asking([chatId], { most: 200 }),
        (messages, spares) => {
          const options = { perSecond: 1e6, chatIntervalMs: 1_000 };
          const alone = simulate(messages, [], options);
          const beside = simulate(messages, spares, options);
          spared += beside.spared;
          for (const [index, at] of beside.wentAt.entries())
            expect(at - (alone.wentAt[index] ?? 0)).toBeLessThanOrEqual(longestMs + 1);
        },
      ),
    );
    expect(spared).toBeGreaterThan(0);
  },
);

it("what is left over delays no message to any chat by more than the account's interval", () => {
  let spared = 0;
  const chats = ["1", "2", "3", "4"] as const;
  const dense = asking([...chats], { most: 100 }).map((all) =>
    all.map(({ at, chatId }) => ({ at: Math.floor(at / 20), chatId })),
  );
  fc.assert(
    fc.property(dense, dense, (messages, spares) => {
      const options = { perSecond: 10, chatIntervalMs: 0 };
      const alone = simulate(messages, [], options).wentAt.toSorted((one, other) => one - other);
      const beside = simulate(messages, spares, options);
      spared += beside.spared;
      for (const [index, at] of beside.wentAt.toSorted((one, other) => one - other).entries())
        expect(at - (alone[index] ?? 0)).toBeLessThanOrEqual(101);
    }),
  );
  expect(spared).toBeGreaterThan(0);
});

function setup(options: { perSecond?: number; chatIntervalMs?: number } = {}) {
  const clock = { time: 5_000 };
  const now = () => clock.time;
  const pacer = createPacer({ perSecond: 1_000, chatIntervalMs: 1_000, ...options, now });
  return { clock, pacer, spare: (chatId: string) => pacer.acquire(chatId, { spare: true }) };
}

it("nothing is left over of the interval in which a chat got a message", () => {
  const { clock, pacer, spare } = setup();
  expect(spare("42")).toBe(0);
  clock.time += 1;
  expect(spare("42")).toBe(999);
  expect([spare("43"), pacer.acquire("42")]).toEqual([0, 1]);
});

it("nothing is left over of a group's minute when it is half used, and all of the other half is", () => {
  const { clock, pacer, spare } = setup();
  let spared = 0;
  for (const end = clock.time + 59_000; clock.time < end; clock.time += 500)
    if (spare("-7") === 0) spared++;
  expect(spared).toBe(10);
  const other = setup();
  for (const end = other.clock.time + 30_000; other.clock.time < end; other.clock.time += 3_000)
    other.spare("-7");
  let sent = 0;
  for (let tries = 0; tries < 300; tries++, other.clock.time += 100)
    if (other.pacer.acquire("-7") === 0) sent++;
  expect(sent).toBe(10);
  expect(pacer.acquire("-7")).toBe(0);
});

it("nothing is left over while a message waits for the account", () => {
  const { clock, pacer, spare } = setup({ perSecond: 10, chatIntervalMs: 0 });
  expect([pacer.acquire("1"), pacer.acquire("2")]).toEqual([0, 100]);
  clock.time += 100;
  expect(spare("3")).toBeGreaterThan(0);
  expect(pacer.acquire("2")).toBe(0);
  clock.time += 1_000;
  expect(spare("3")).toBe(0);
});

it("nothing is left over while a chat, or all, are paused", () => {
  const { pacer, spare } = setup();
  pacer.pauseChat("42", 9_000);
  expect(spare("42")).toBe(9_000);
  pacer.pauseAll(2_000);
  expect(spare("43")).toBe(2_000);
});
