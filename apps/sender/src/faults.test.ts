import { troubleIn, until } from "@tgmem/processes";
import { expect, it } from "vitest";
import { senderWorlds } from "./sender.kit.ts";

const senderWorld = await senderWorlds();

/** What is said first wherever a test runs. */
const testServer = "this is not one of Telegram's own servers";
/** With these variables it looks often whether its log-in is good. */
const curious = { TELEGRAM_POLL_MS: "500" };
/** With these it takes Telegram for silent soon, too. */
const impatient = { ...curious, TELEGRAM_ANSWER_TIMEOUT_MS: "10000" };

it("ends with 4 when its log-in is revoked, although nothing is to be sent: a new start makes a new one", async () => {
  const { server, start } = await senderWorld();
  const sender = await start(curious);
  server.faults.revoke({ device: "tgmem sender" });
  expect(await sender.exit).toBe(4);
  expect(sender.output()).toContain("the bot token logs in anew");
  expect(await (await start()).stop("SIGTERM")).toBe(0);
});

it("ends with 4 when Telegram is silent, keeps the message, and the next process sends it once", async () => {
  const { server, start, push, depth, allDone, sentTo } = await senderWorld();
  const sender = await start(impatient);
  server.faults.silent = true;
  await push("42", "kept");
  expect(await sender.exit).toBe(4);
  expect(await depth()).toBe(1);
  server.faults.silent = false;
  const next = await start();
  await allDone();
  expect(sentTo("42")).toEqual(["kept"]);
  expect(await next.stop("SIGTERM")).toBe(0);
});

it("sends once what was to be sent while the server was away, and says so in two lines, however many messages wait", async () => {
  const { server, start, push, allDone, sentTo } = await senderWorld();
  const sender = await start({ ...curious, TELEGRAM_CALL_TIMEOUT_MS: "2000" });
  server.faults.refuse = true;
  server.faults.dropConnections();
  await until(async () => (await sender.status("/readyz")) === 503);
  for (const chat of ["42", "43", "44"]) await push(chat, "late");
  await sender.says('"outage":"telegram"');
  // By then each was tried in vain.
  server.faults.refuse = false;
  await allDone();
  for (const chat of ["42", "43", "44"]) expect(sentTo(chat)).toEqual(["late"]);
  await sender.says("over: Telegram does not answer");
  expect(await sender.stop("SIGTERM")).toBe(0);
  expect(troubleIn(sender)).toEqual([testServer, "Telegram does not answer"]);
});

it("leaves in time while Telegram does not answer a message, and keeps it", async () => {
  const { server, start, push, depth, called } = await senderWorld();
  const sender = await start();
  server.faults.call({ on: "messages.sendMessage", hang: true });
  await push("42", "unanswered");
  await until(() => called("messages.sendMessage") > 0);
  await sender.stop("SIGTERM");
  expect(await depth()).toBe(1);
});
