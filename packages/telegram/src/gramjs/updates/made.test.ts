import { expect, it } from "vitest";
import { soon, wire } from "../wire.kit.ts";

const { server, connect, listen } = await wire();
const questions = () => server.calls.filter((name) => name.endsWith("ifference")).length;

it("asks for nothing when it has sent and changed messages itself, in a private chat and in a supergroup", async () => {
  const port = await connect();
  const { texts } = listen(port);
  const group = "-1000000000777";
  const { signal } = new AbortController();
  server.say("42", "hello");
  server.say("42", "@test_bot hello all", { group });
  await expect.poll(() => texts, soon).toHaveLength(2);
  const before = questions();
  for (const [index, chatId] of ["42", group, "42"].entries()) {
    const sent = await port.send({ chatId, text: "one", randomId: BigInt(index + 1) }, { signal });
    await port.edit({ chatId, messageId: sent.messageId ?? 0, text: "two" }, { signal });
    server.say("42", `said ${index}`);
    server.say("42", `@test_bot said ${index} to all`, { group });
    await expect.poll(() => texts, soon).toHaveLength(4 + 2 * index);
  }
  expect(questions()).toBe(before);
});

it("still finds out what is missing between what it has sent and what comes", async () => {
  const port = await connect();
  const { texts } = listen(port);
  const { signal } = new AbortController();
  server.say("43", "hello");
  await expect.poll(() => texts, soon).toEqual(["hello"]);
  await port.send({ chatId: "43", text: "one", randomId: 7n }, { signal });
  server.say("43", "missed", { unheard: true });
  await port.send({ chatId: "43", text: "two", randomId: 8n }, { signal });
  server.say("43", "heard");
  await expect.poll(() => texts, soon).toEqual(["hello", "missed", "heard"]);
});
