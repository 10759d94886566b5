import { expect, it } from "vitest";
import { timesOf } from "./times.ts";

const body = { v: 1, chatId: "42", userId: "42", text: "hi" } as const;

it("tells where the time went, from the message to its answer", () => {
  const way = { sentAtMs: 1_000, waitedMs: 200, workedMs: 3_000, modelMs: 2_500 };
  const job = { body: { ...body, way }, pushedAtMs: 4_500 };
  expect(timesOf(job, { beganAtMs: 4_600, nowMs: 4_950 })).toEqual({
    totalMs: 3_950,
    waitedMs: 200,
    workedMs: 3_000,
    modelMs: 2_500,
    outboundMs: 100,
    sendMs: 350,
  });
});

it("leaves out what an older worker did not tell, and shows no time before its beginning", () => {
  expect(timesOf({ body, pushedAtMs: 5_000 }, { beganAtMs: 4_600, nowMs: 4_950 })).toEqual({
    outboundMs: 0,
    sendMs: 350,
  });
});
