import { expect, it } from "vitest";
import { throttle } from "./throttle.ts";

it("passes on the first of its kind in a minute, and every other kind", () => {
  const reported: string[] = [];
  let time = 0;
  const say = throttle((message) => reported.push(message), { everyMs: 60_000, now: () => time });
  for (let attempt = 1; attempt <= 3; attempt++) say(`attempt ${attempt} failed`);
  say("something else");
  time = 60_000;
  say("attempt 61 failed");
  expect(reported).toEqual(["attempt 1 failed", "something else", "attempt 61 failed"]);
});
