import { httpError } from "@tgmem/openrouter-test-server";
import { runProcess, startProcess, until } from "@tgmem/processes";
import { expect, it } from "vitest";
import { botWorld } from "./bot.kit.ts";

const admin = new URL("../../admin/src/main.ts", import.meta.url);

async function operated(more: Readonly<Record<string, string>> = {}) {
  const world = await botWorld(more);
  const args = (given: readonly string[]) => ["--data", world.data, ...given];
  const bot = await world.start();
  return {
    ...world,
    bot,
    tgmem: async (...given: readonly string[]) =>
      (await runProcess(admin, { args: args(given), env: { ...more } })).stdout,
    follow: (...given: readonly string[]) =>
      startProcess(admin, { args: args(given), env: { ...more } }),
    heard: (chat: string) =>
      telegramTexts(world.telegram.sent.filter(({ chatId }) => chatId === chat)),
  };
}

const telegramTexts = (sent: readonly { readonly text: string }[]) => sent.map(({ text }) => text);

it("shows a running bot to its operator, who holds it up, lets it go on, and asks it", async () => {
  const { telegram, tgmem, follow, heard } = await operated();
  await expect.poll(() => tgmem("status", "--once")).toMatch(/^bot +ready/mu);
  const tail = follow("tail");
  await tail.says("Listening");

  await tgmem("pause", "1001");
  telegram.say("1001", "are you there?");
  await until(async () => (await tgmem("queue")).match(/^inbound +1 /mu) !== null, {
    what: "a message that waits",
  });
  telegram.say("1002", "and you?");
  await until(() => heard("1002").length === 1, { what: "an answer to another one" });
  expect(heard("1001")).toEqual([]);
  await tgmem("resume", "1001");
  await until(() => heard("1001").length === 1, { what: "the answer" });

  expect(await tgmem("enqueue", "one more question", "--user", "1001", "--wait")).toContain(
    "one more question",
  );
  expect(await tgmem("enqueue", "/help", "--user", "1001", "--wait")).toContain("/forget");
  expect(await tgmem("send", "1003", "a word of the operator")).toMatch(/^queued/u);
  await until(() => heard("1003").includes("a word of the operator"), { what: "that word" });
  expect(await tgmem("memory", "show", "1001")).toContain("one more question");
  expect(await tgmem("cost", "--by", "model")).toContain("test/model");
  await tail.says("sent");
  await tail.stop("SIGINT");
});

it("lets an operator replay what failed and take back whom the bot lets in, while it runs", async () => {
  const { telegram, model, tgmem, heard } = await operated({
    ASK_ADMIN: "on",
    ADMIN_USER: "7",
    WHITELIST_USER: "1001",
  });
  model.when(() => true, httpError(400));
  telegram.say("1001", "what nobody answers");
  await until(() => heard("1001").length === 1, { what: "an apology" });
  model.reset();
  expect(await tgmem("dead", "replay", "inbound", "all")).toContain("1 dead letter");
  await until(() => heard("1001").some((text) => text.includes("what nobody answers")), {
    what: "the answer",
  });

  await tgmem("people", "allow", "1002");
  telegram.say("1002", "hello");
  await until(() => heard("1002").length === 1, { what: "an answer to somebody new" });
  await tgmem("people", "revoke", "1002");
  telegram.say("1002", "still here");
  await until(() => heard("7").some((text) => text.includes("1002")), { what: "a question" });
});
