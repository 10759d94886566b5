import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { start } from "../worker.kit.ts";

const group = { chatId: "-100777", userId: "42", chat: { kind: "group" } } as const;

describe("a group has a memory of its own", () => {
  it("in which nothing of a private chat stands, neither in a prompt nor under /memory", async () => {
    const bot = start(["private answer", "group answer"]);
    await bot.say("my salary is 5000");
    await bot.run();
    await bot.say("hello group", group);
    await bot.run();
    expect(JSON.stringify(bot.calls.at(-1))).not.toContain("5000");
    await bot.say("/memory", group);
    await bot.run();
    expect((await bot.sent()).at(-1)).not.toContain("5000");
  });

  it("that all who write in it share", async () => {
    const bot = start(["one", "two"]);
    await bot.say("I sail on Friday", group);
    await bot.run();
    await bot.say("who sails?", { ...group, userId: "43" });
    await bot.run();
    expect(JSON.stringify(bot.calls.at(-1))).toContain("I sail on Friday");
  });

  it("which only its administrators may have erased", async () => {
    const bot = start(["one"]);
    await bot.say("I sail on Friday", group);
    await bot.run();
    const forget = async (administrator?: boolean) => {
      await bot.say("/forget", {
        ...group,
        ...(administrator === undefined ? {} : { administrator }),
      });
      await bot.run();
      return [(await bot.sent()).at(-1), (await bot.memory.chat(group.chatId).show()).turns.length];
    };
    expect(await forget(false)).toEqual([expect.stringContaining("administrator"), 1]);
    expect(await forget()).toEqual([expect.stringContaining("administrator"), 1]);
    expect(await forget(true)).toEqual([expect.stringContaining("forgotten everything"), 0]);
  });
});

it("shows nothing of one chat in another one, whoever writes what and where", async () => {
  const people = fc.constantFrom("42", "43", "44");
  const place = fc.constantFrom("private", "-100777", "-100778");
  const action = fc.record({
    userId: people,
    place,
    text: fc.constantFrom("say", "/memory", "/forget", "/start", "edit"),
    administrator: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (actions) => {
      const bot = start(actions.map(() => "ok"));
      for (const [at, { userId, place: where, text, administrator }] of actions.entries()) {
        const chatId = where === "private" ? userId : where;
        const canary = `canary in ${chatId} number ${at}`;
        const words = text.startsWith("/") ? text : canary;
        await bot.say(words, {
          chatId,
          userId,
          administrator,
          ...(text === "edit" && at > 0 ? { messageId: at, editedAtMs: at } : {}),
        });
        const asked = bot.calls.length;
        await bot.run();
        const seen = JSON.stringify([bot.calls.slice(asked), await bot.sent()]);
        for (const [, other] of seen.matchAll(/canary in (-?\d+) number/g))
          expect(other).toBe(chatId);
      }
    }),
    { numRuns: 60 },
  );
});
