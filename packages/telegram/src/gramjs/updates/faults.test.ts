import { expect, it } from "vitest";
import type { TelegramFaults } from "@tgmem/telegram-test-server";
import type { TelegramEvent } from "../client/options.ts";
import { soon, wire } from "../wire.kit.ts";

const { server, connect, listen } = await wire();

it.each<[string, (faults: TelegramFaults) => void]>([
  ["are not told", (faults) => faults.dropUpdates(2)],
  ["are told three times", (faults) => faults.repeatUpdates(3, 2)],
  ["are told backwards", (faults) => faults.reverseUpdates(3)],
  ["come late", (faults) => faults.delayUpdates(100, 2)],
  ["come in a form that no client knows", (faults) => faults.garbleUpdates(2)],
])("delivers messages once and in order, although they %s", async (_what, happen) => {
  const { texts } = listen(await connect());
  server.say("42", "first");
  await expect.poll(() => texts, soon).toEqual(["first"]);
  happen(server.faults);
  const written = ["one", "two", "three", "last"];
  for (const text of written) server.say("42", text);
  await expect.poll(() => texts, soon).toEqual(["first", ...written]);
});

it("tells that messages may be lost when Telegram no longer has them, and goes on", async () => {
  const events: TelegramEvent[] = [];
  const { texts } = listen(await connect({ onEvent: (event) => events.push(event) }));
  server.say("42", "before");
  await expect.poll(() => texts, soon).toEqual(["before"]);
  server.say("42", "nobody has it", { unheard: true });
  server.faults.differenceTooLong();
  server.tooLong();
  await expect.poll(() => events, soon).toContainEqual(expect.objectContaining({ type: "lost" }));
  server.say("42", "after");
  await expect.poll(() => texts, soon).toEqual(["before", "after"]);
});
