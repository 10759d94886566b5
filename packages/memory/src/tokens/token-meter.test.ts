import { describe, expect, it } from "vitest";
import { chat, start } from "../memory.kit.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import { tokenMeter } from "./token-meter.ts";

const text = "On the morning of that day we went down to the harbour. ".repeat(10);
const meterOf = (options: Partial<Parameters<typeof tokenMeter>[0]> = {}) =>
  tokenMeter({ tokens: undefined, limitTokens: 1_000, now: () => 0, ...options });

describe("the estimate", () => {
  it("comes near to what the model reports, and faster when it was too low", () => {
    const meter = meterOf();
    const first = meter.count(text);
    for (let n = 0; n < 8; n++) meter.reported(2 * first, [text]);
    expect(meter.count(text) / first).toBeGreaterThan(1.95);
    expect(meter.count(text) / first).toBeLessThan(2.05);
    for (let n = 0; n < 8; n++) meter.reported(first, [text]);
    expect(meter.count(text) / first).toBeGreaterThan(1.2);
    for (let n = 0; n < 60; n++) meter.reported(first, [text]);
    expect(meter.count(text) / first).toBeLessThan(1.05);
  });

  it("is not led astray by a report that leaves out what was cached, or counts tools", () => {
    const meter = meterOf();
    const first = meter.count(text);
    for (let n = 0; n < 100; n++) meter.reported(1, [text]);
    expect(meter.count(text) / first).toBeGreaterThan(0.69);
    for (let n = 0; n < 100; n++) meter.reported(1_000_000, [text]);
    expect(meter.count(text) / first).toBeLessThan(4.1);
    meter.reported(0, [text]);
    meter.reported(Number.NaN, []);
    expect(meter.count(text) / first).toBeLessThan(4.1);
  });

  it("counts the message around the text, and whole tokens", () => {
    expect(meterOf().count("")).toBe(4);
    expect(meterOf().count(text)).toBe(estimateTokens(text) + 4);
    expect(meterOf({ tokens: () => 2.5 }).count(text)).toBe(7);
  });
});

it("counts each text of a turn once, and is the same meter otherwise", () => {
  const counted: string[] = [];
  const tokens = (of: string) => counted.push(of) && of.length;
  const meter = meterOf({ tokens });
  const ofTurn = meter.forTurn();
  expect([ofTurn.count("four"), ofTurn.count("four"), ofTurn.count("")]).toEqual([8, 8, 4]);
  for (let n = 0; n < 8; n++) ofTurn.reported(16, ["four"]);
  expect(counted).toEqual(["four", ""]);
  ofTurn.refused(10);
  expect(meter.count("four")).toBeGreaterThan(15);
  expect(meter.limitTokens).toBe(10);
});

describe("the limit", () => {
  it("falls with what the model refused, and does not rise within an hour", () => {
    let nowMs = 1;
    const meter = meterOf({ now: () => nowMs });
    meter.refused(500.9);
    meter.refused(800);
    nowMs += 3_599_999;
    expect(meter.limitTokens).toBe(500);
    nowMs += 1;
    expect(meter.limitTokens).toBe(1_000);
    meter.refused(0);
    expect(meter.limitTokens).toBe(1);
  });

  it("is surely kept by what is short, and never surely with the tokens of the caller", () => {
    expect(meterOf().surelyFits(2, 400, 1_000)).toBe(true);
    expect(meterOf().surelyFits(2, 500, 1_000)).toBe(false);
    expect(meterOf({ tokens: () => 1 }).surelyFits(1, 1, 1_000)).toBe(false);
  });
});

it("lets a commit with `usage` correct the estimate of further prompts", async () => {
  const { memory } = start({ systemPrompt: "" });
  const turn = await memory.open(chat, { turnId: "t1" });
  turn.prompt(text);
  const { tokens } = turn.report;
  await turn.commit({ user: text, assistant: "ok", usage: { input: 2 * tokens, output: 1 } });
  const next = await memory.open("another chat", { turnId: "t2" });
  next.prompt(text);
  expect(next.report.tokens / tokens).toBeGreaterThan(1.4);
});
