import type { InboundMessage, OutboundMessage } from "@tgmem/contracts";
import type { NewJob } from "@tgmem/queue";
import { textsFor } from "@tgmem/texts";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Cause } from "./cause.ts";
import { createNotices } from "./notices.ts";

const { late, lateForOperator } = textsFor("en");
const message: InboundMessage = {
  v: 1,
  chatId: "-7",
  userId: "42",
  messageId: 3,
  text: "hello",
  sentAtMs: 1,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup({ isFirst }: { isFirst?: (id: string) => Promise<boolean> } = {}) {
  const jobs: NewJob<OutboundMessage>[] = [];
  const told = new Set<string>();
  const errors: unknown[] = [];
  const notices = createNotices({
    outbound: { push: async (pushed) => (jobs.push(...pushed), []) },
    isFirst: isFirst ?? (async (id) => !told.has(id) && !!told.add(id)),
    onError: (error) => errors.push(error),
  });
  return {
    notices,
    errors,
    fail: (cause: Cause, sinceMs = Date.now()) =>
      notices.failed("id", message, { action: "defer", cause, reason: "", delayMs: 1, sinceMs }),
    jobs,
    sent: () => jobs.map(({ body }) => body.text),
  };
}

it("says nothing of a hiccup, one line of trouble that lasts, and nothing more", async () => {
  const { fail, sent } = setup();
  const sinceMs = Date.now();
  await fail("trouble", sinceMs);
  await vi.advanceTimersByTimeAsync(19_999);
  await fail("trouble", sinceMs);
  expect(sent()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await fail("trouble", sinceMs);
  await fail("set_up", sinceMs);
  expect(sent()).toEqual([late]);
});

it("says at once what an operator has to mend, to the message itself in a group", async () => {
  const { fail, jobs } = setup();
  await fail("set_up");
  expect(jobs).toMatchObject([
    { id: "late:id", lane: "-7", body: { text: lateForOperator, replyToMessageId: 3 } },
  ]);
});

it("says nothing of what is given up, because that has a sentence of its own", async () => {
  const { notices, sent } = setup();
  await notices.failed("id", message, { action: "bury", cause: "set_up", reason: "" });
  expect(sent()).toEqual([]);
});

it("says that an answer takes long while it is being made, and nothing when it has come", async () => {
  const { notices, sent } = setup();
  const patience = notices.answering("id", message);
  await vi.advanceTimersByTimeAsync(44_999);
  await patience.ended();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent()).toEqual([]);
  notices.answering("id", message);
  await vi.advanceTimersByTimeAsync(45_000);
  expect(sent()).toEqual([late]);
});

it("says so of an answer that grows only when it has stopped to, and no second time", async () => {
  const { notices, sent } = setup({ isFirst: async () => true });
  const patience = notices.answering("id", message);
  for (let second = 0; second < 100; second += 10) {
    await vi.advanceTimersByTimeAsync(10_000);
    patience.grows();
  }
  await vi.advanceTimersByTimeAsync(44_999);
  expect(sent()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  patience.grows();
  await vi.advanceTimersByTimeAsync(45_000);
  expect(sent()).toEqual([late]);
});

it("counts the trouble of earlier tries", async () => {
  const { notices, sent } = setup();
  notices.answering("id", message, Date.now() - 15_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent()).toEqual([late]);
});

it("has told all that it tells before the answer may go", async () => {
  const asked = Promise.withResolvers<boolean>();
  const { notices, sent } = setup({ isFirst: () => asked.promise });
  const patience = notices.answering("id", message);
  await vi.advanceTimersByTimeAsync(45_000);
  const free = patience.ended();
  asked.resolve(true);
  await free;
  expect(sent()).toEqual([late]);
});

it("costs nobody the answer when it cannot be given", async () => {
  const { fail, errors } = setup({ isFirst: () => Promise.reject(new Error("no Redis")) });
  await fail("set_up");
  expect(errors).toHaveLength(1);
});
