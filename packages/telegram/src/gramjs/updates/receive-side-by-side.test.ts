import { expect, it } from "vitest";
import { soon, wire } from "../wire.kit.ts";

const { server, connect, listen } = await wire();
const heard = (texts: readonly string[], ...expected: string[]) =>
  expect.poll(() => texts, soon).toEqual(expected);

it("goes on with other chats while one is not handled, and after a crash repeats only from there", async () => {
  const first = await connect();
  const gate = Promise.withResolvers<void>();
  const before = listen(first, ({ chatId }) =>
    chatId === "52" ? gate.promise : Promise.resolve(),
  );
  server.say("51", "a");
  await heard(before.texts, "a");
  server.say("52", "held");
  server.say("53", "b");
  server.say("54", "c");
  await heard(before.texts, "a", "b", "c");
  const stopped = before.stop();
  await first.close();
  await stopped;
  const { texts } = listen(await connect());
  await heard(texts, "held", "b", "c");
  gate.resolve();
});
