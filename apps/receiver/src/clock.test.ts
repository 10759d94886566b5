import { until } from "@tgmem/processes";
import { expect, it } from "vitest";
import { receiverWorlds } from "./receiver.kit.ts";

const receiverWorld = await receiverWorlds();

const hourMs = 3_600_000;

/** A variable that makes a process believe that it is another time. */
const clockAhead = (ms: number) => {
  const code = `globalThis.Date=class extends Date{constructor(...given){given.length?super(...given):super(Date.now())}static now(){return super.now()+(${ms})}}`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
};

it.each([
  ["right", 0],
  ["a day ahead", 24 * hourMs],
  ["eight minutes behind", -8 * 60_000],
  ["two days behind", -48 * hourMs],
])("receives, and knows how old a message is, with a clock that is %s", async (_, aheadMs) => {
  const { server, inbound, start } = await receiverWorld();
  const first = await start(clockAhead(aheadMs));
  expect(await first.stop("SIGTERM")).toBe(0);
  const date = Math.floor((Date.now() - 30 * hourMs) / 1_000);
  server.say("42", "of yesterday", { fields: { date } });
  const second = await start(clockAhead(aheadMs));
  server.say("43", "right now");
  await until(async () => (await inbound.stats()).depth === 2);
  const jobs = await inbound.take({ max: 9, leaseMs: 60_000, waitMs: 0 });
  const hours = jobs.map(({ body }) => [body.text, Math.round((body.waitedMs ?? -1) / hourMs)]);
  expect(Object.fromEntries(hours)).toEqual({ "of yesterday": 30, "right now": 0 });
  expect(await second.stop("SIGTERM")).toBe(0);
});
