import { expect, it } from "vitest";
import { senderWorlds } from "./sender.kit.ts";

const senderWorld = await senderWorlds();

it("sends every part of a long answer into the topic in which somebody wrote, also where the reply is refused", async () => {
  const { server, outbound, start, allDone } = await senderWorld();
  const chatId = "-1000000000055";
  const place = { chatId, userId: "42", topicId: 7, replyToMessageId: 9 };
  const text = Array.from({ length: 1_200 }, (_, index) => `item ${index}`).join("\n");
  server.faults.call({ on: "messages.sendMessage", code: 400, text: "MESSAGE_ID_INVALID" });
  await outbound.push([{ id: "tg:999:1", lane: chatId, body: { v: 1, ...place, text } }]);
  await outbound.push([{ id: "tg:999:2", lane: chatId, body: { v: 1, ...place, text: "next" } }]);
  const sender = await start({ WHITELIST_USER: `42 ${chatId}` });
  await allDone();
  expect(server.sent.length).toBeGreaterThanOrEqual(4);
  expect(server.sent.map(({ topicId }) => topicId)).toEqual(server.sent.map(() => 7));
  const replies = server.sent.map(({ replyToMessageId }) => replyToMessageId);
  expect(replies).toEqual([...replies.slice(0, -1).map(() => undefined), 9]);
  expect(await sender.stop("SIGTERM")).toBe(0);
});
