import { randomId } from "../random-id.ts";
import { expect, it } from "vitest";
import { soon, wire } from "./wire.kit.ts";

// What others reported of their bots, where no other test does just that; the whole list is docs/public-reports.md.

const { server, connect, listen } = await wire();

it("never begins a talk with a bot that answers each answer by quoting it", async () => {
  server.introduce("66601", { bot: true, firstName: "Another bot" });
  const group = "-1001000000321";
  const port = await connect();
  const { signal } = new AbortController();
  const answer = (chatId: string, messageId: number) =>
    port.send(
      {
        chatId,
        text: "an answer",
        replyToMessageId: messageId,
        randomId: randomId(chatId, messageId),
      },
      { signal },
    );
  const { texts } = listen(port, async ({ chatId, messageId, text }) => {
    await answer(chatId, messageId);
    if (text === "the end") return;
    // It is quick: its reply is there before the next message of a person.
    const replyTo = server.sent.at(-1)?.messageId ?? 0;
    server.say("66601", "I beg to differ", { group, replyTo });
  });
  server.say("42", "@test_bot begin", { group });
  await expect.poll(() => texts, soon).toEqual(["@test_bot begin"]);
  server.say("42", "the end", { group });
  await expect.poll(() => texts, soon).toEqual(["@test_bot begin", "the end"]);
  expect(server.sent).toHaveLength(2);
});

it("ends when Telegram has frozen the account in the middle of the updates, and skips none of them", async () => {
  const port = await connect();
  await listen(port).stop();
  server.say("42", "unheard");
  const frozen = { on: "updates.getDifference", code: 420, text: "FROZEN_METHOD_INVALID" };
  server.faults.call(frozen);
  const { ended, texts } = listen(port);
  await expect(ended).rejects.toMatchObject({ code: "account_stopped", policy: "stop_account" });
  expect(texts).toEqual([]);
  // When it is free again.
  await port.close();
  const { texts: later } = listen(await connect());
  server.say("42", "next");
  await expect.poll(() => later, soon).toEqual(["unheard", "next"]);
});

it.each([
  ["a supergroup of the new numbers", "-1003456789012"],
  ["a supergroup of the largest numbers", "-1009999999999999"],
  ["a person above 2^32", "7999999999"],
  ["a basic group", "-4999999999"],
])("hears and answers %s", async (_, chatId) => {
  const port = await connect();
  const { messages } = listen(port);
  const { signal } = new AbortController();
  if (chatId.startsWith("-")) server.say("7999999998", "hello", { group: chatId });
  else server.say(chatId, "hello");
  await expect.poll(() => messages.at(-1)?.chatId, soon).toBe(chatId);
  await port.send({ chatId, text: "answer", randomId: randomId(chatId, 0) }, { signal });
  expect(server.sent.at(-1)).toMatchObject({ chatId, text: "answer" });
});
