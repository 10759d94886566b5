import { join } from "node:path";
import { expect, it } from "vitest";
import type { IncomingMessage } from "../../telegram.ts";
import { soon, wire } from "../wire.kit.ts";

const hourSeconds = 3_600;
const hoursAgo = (hours: number) => Math.floor(Date.now() / 1_000) - hours * hourSeconds;
const waitedHours = ({ waitedMs }: IncomingMessage) =>
  waitedMs === undefined ? undefined : Math.round(waitedMs / 1_000 / hourSeconds);

const { server, connect, listen, folder } = await wire();

it("says how long a message, an edit, and each part of an album waited while nobody listened", async () => {
  const port = await connect();
  const before = listen(port);
  const answered = server.say("42", "before the stop");
  await expect.poll(() => before.messages.map(waitedHours), soon).toEqual([0]);
  await before.stop();

  server.edit(answered, "changed", { editDate: hoursAgo(30) });
  server.say("43", "of last week", { fields: { date: hoursAgo(170) } });
  const album = { grouped_id: 5n, date: hoursAgo(20) };
  server.say("44", "an album", { fields: album });
  server.say("44", "", { fields: album });
  server.say("45", "right now");
  const { messages } = listen(port);
  await expect.poll(() => messages, soon).toHaveLength(4);
  const waited = new Map(messages.map((message) => [message.text, waitedHours(message)]));
  expect(Object.fromEntries(waited)).toEqual({
    changed: 30,
    "of last week": 170,
    "an album": 20,
    "right now": 0,
  });
  expect(messages.find(({ members }) => members)?.members?.map(waitedHours)).toEqual([20, 20]);
});

it("delivers nothing that was written before the first log-in, however new", async () => {
  server.say("42", "of last week", { group: "-8", fields: { date: hoursAgo(170) } });
  server.say("42", "a second before");
  const { texts } = listen(await connect({ sessionFile: join(folder, "first") }));
  server.say("42", "after");
  await expect.poll(() => texts, soon).toEqual(["after"]);
});
