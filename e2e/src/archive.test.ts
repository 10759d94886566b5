import { inboundId, type InboundMessage, laneOf } from "@tgmem/contracts";
import { until } from "@tgmem/processes";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, type World } from "./world.kit.ts";

/** A few people in every run; ARCHIVE_PEOPLE=2000 ARCHIVE_SUMMARIES=5 is ten minutes of a busy bot. */
const people = Number(process.env["ARCHIVE_PEOPLE"] ?? 200);
const summariesEach = Number(process.env["ARCHIVE_SUMMARIES"] ?? 2);
/**
 * Two workers that do not share their rate make 8 calls a second. Airtable allows 5; a server that shares a busy machine sees
 * calls that were made apart at once, so that only a quiet machine can be asked for that.
 */
const airtablePerSecond = Number(process.env["ARCHIVE_PER_SECOND"] ?? 7);
const jobsPerPush = 500;

let world: World;
beforeAll(async () => {
  world = await createWorld({ airtablePerSecond });
}, 900_000);
afterAll(() => world.close());

function messageOf(user: string, messageId: number) {
  const text = `message ${messageId} of ${user} about travels`;
  const body: InboundMessage = {
    v: 1,
    chatId: user,
    userId: user,
    messageId,
    text,
    sentAtMs: Date.now(),
  };
  return { id: inboundId("e2e", body), lane: laneOf(body), body };
}

it("keeps every summary of two workers at the rate that Airtable allows, and is never locked out", async () => {
  const env = { SUMMARIZE_EVERY: "1", SUMMARY_SLOTS: "50", AIRTABLE_CALLS_PER_MONTH: "100000" };
  await Promise.all([world.start("worker", env), world.start("worker", env)]);
  await world.start("consumer");
  const users = Array.from({ length: people }, (_, index) => String(10_000 + index));
  const { airtable, inbound } = world;
  const before = (await airtable.statuses()).length;
  const startedAt = performance.now();
  for (let round = 1; round <= summariesEach; round++) {
    const jobs = users.map((user) => messageOf(user, round));
    for (let from = 0; from < jobs.length; from += jobsPerPush)
      await inbound.push(jobs.slice(from, from + jobsPerPush));
    const isKept = ({ fields }: { fields: Readonly<Record<string, unknown>> }) =>
      Number(fields["CoversThrough"] ?? 0) === round;
    await until(async () => (await airtable.rows()).filter(isKept).length === people, {
      timeoutMs: 600_000,
      everyMs: 500,
      what: `summary ${round} of everybody`,
    });
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const statuses = (await airtable.statuses()).slice(before);
  const perSummary = statuses.length / (people * summariesEach);
  // What is measured is worth reading when somebody asks for a longer run.
  process.stderr.write(
    `${people * summariesEach} summaries of ${people} people in ${Math.round(seconds)} s, ${statuses.length} calls, ${perSummary.toFixed(3)} each\n`,
  );
  expect(await airtable.rows()).toHaveLength(people);
  expect(statuses.filter((status) => status === 429)).toEqual([]);
  expect(perSummary).toBeLessThan(0.5);
  expect(await world.summaries.deadLetters({ limit: 9 })).toEqual([]);
  expect(await inbound.deadLetters({ limit: 9 })).toEqual([]);
}, 3_600_000);
