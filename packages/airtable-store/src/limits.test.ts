import { afterEach, describe, expect, it } from "vitest";
import {
  airtableArchive,
  type AirtableArchiveOptions,
  type ArchiveEvent,
  evenRate,
} from "./index.ts";
import { type AirtableServer, type AirtableServerOptions } from "@tgmem/airtable-test-server";
import { manualClock, startArchiveServer } from "./archive.kit.ts";

const hourMs = 3_600_000;
let fake: AirtableServer;
let clock: ReturnType<typeof manualClock>;
let events: ArchiveEvent[];
afterEach(() => fake.close());

async function start(options: AirtableServerOptions = {}) {
  clock = manualClock();
  events = [];
  fake = await startArchiveServer({ now: clock.now, ...options });
}
const open = (options: Partial<AirtableArchiveOptions> = {}) =>
  airtableArchive({
    token: "pat",
    baseId: fake.baseId,
    endpointUrl: fake.endpointUrl,
    onEvent: (event) => events.push(event),
    ...clock,
    ...options,
  });
const refused = () => fake.journal.filter(({ status }) => status === 429).length;

describe("the rate of the base", () => {
  it("is never exceeded by default", async () => {
    await start({ perSecond: 5 });
    const archive = open();
    for (let i = 0; i < 20; i++) await archive.load(String(100 + i));
    expect(refused()).toBe(0);
  });

  it("is shared by archives that are given one limit", async () => {
    await start({ perSecond: 5 });
    const rate = evenRate(4, clock);
    const archives = [open({ rate }), open({ rate }), open({ rate })];
    for (const user of ["1", "2", "3", "4", "5"])
      for (const archive of archives) await archive.load(user);
    expect(refused()).toBe(0);
  });

  it.each(["rate_limit", "empty_rate_limit"] as const)(
    "freezes everybody for 30 seconds after %s, then goes on",
    async (fault) => {
      await start();
      fake.fail(fault, { when: ({ path }) => !path.startsWith("/meta") });
      const archive = open();
      const before = clock.now();
      expect(await Promise.all([archive.load("1"), archive.load("2")])).toEqual([null, null]);
      expect(clock.now() - before).toBeGreaterThanOrEqual(30_000);
      expect(refused()).toBe(1);
      expect(events).toContainEqual({ type: "rate_limited", freezeMs: 30_000 });
    },
  );

  it("stays frozen for up to 5 s more, at random, so that not all processes come back at once", async () => {
    await start();
    fake.fail("rate_limit", { when: ({ path }) => !path.startsWith("/meta") });
    const archive = open({ random: () => 0.5 });
    const before = clock.now();
    await archive.load("1");
    expect(clock.now() - before).toBeGreaterThanOrEqual(32_500);
    expect(events).toContainEqual({ type: "rate_limited", freezeMs: 32_500 });
  });

  it("fails at once with the time to wait, when that is beyond the deadline", async () => {
    await start();
    fake.fail("rate_limit", { when: ({ path }) => !path.startsWith("/meta") });
    const archive = open({ deadlineMs: 10_000 });
    await expect(archive.load("1")).rejects.toMatchObject({
      code: "rate_limited",
      retryable: true,
      retryAfterMs: 30_000,
    });
    const calls = fake.journal.length;
    await expect(archive.load("1")).rejects.toMatchObject({ code: "rate_limited" });
    expect(fake.journal).toHaveLength(calls);
  });
});

describe("the month", () => {
  it("stops all calls when it is used up, and looks once an hour", async () => {
    await start({ perMonth: 1 });
    const archive = open();
    expect(await archive.load("1")).toBeNull();
    await expect(archive.load("1")).rejects.toMatchObject({
      code: "quota_exhausted",
      retryAfterMs: undefined,
    });
    const calls = fake.journal.length;
    await expect(archive.load("1")).rejects.toMatchObject({
      code: "quota_exhausted",
      retryable: true,
    });
    expect(fake.journal).toHaveLength(calls);
    clock.advance(hourMs);
    await expect(archive.load("1")).rejects.toMatchObject({ code: "quota_exhausted" });
    expect(fake.journal).toHaveLength(calls + 1);
    expect(events).toContainEqual({ type: "quota_exhausted" });
  });

  it("goes on when the hourly look succeeds, for instance after an upgrade", async () => {
    await start({ perMonth: 0 });
    const archive = open();
    await expect(archive.load("1")).rejects.toMatchObject({ code: "quota_exhausted" });
    fake.setMonth(Infinity);
    clock.advance(hourMs);
    expect(await archive.load("1")).toBeNull();
    expect(await archive.load("2")).toBeNull();
  });

  it("goes on when a new month begins", async () => {
    await start({ perMonth: 0 });
    const archive = open();
    clock.advance(Date.UTC(2026, 0, 31, 23, 59) - clock.now());
    await expect(archive.load("1")).rejects.toMatchObject({ code: "quota_exhausted" });
    fake.setMonth(Infinity);
    clock.advance(60_000);
    expect(await archive.load("1")).toBeNull();
  });
});
