import bigInt from "big-integer";
import { Api } from "telegram";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TelegramError } from "../../errors.ts";
import { type Difference, GapRecovery } from "./gap-recovery.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface State {
  readonly pts: number;
}
const peerId = new Api.PeerUser({ userId: bigInt(42) });
const message = (text: string) => new Api.Message({ id: 5, peerId, date: 1, message: text });
const update = (pts: number, text: string) =>
  new Api.UpdateNewMessage({ message: message(text), pts, ptsCount: 1 });
const refusal = (code: "refused" | "chat_refused" = "refused") =>
  new TelegramError(code, "Asking failed with SOMETHING_NEW.", { policy: "dead_letter" });

/** A log at 1 whose questions are answered by `ask`; it begins anew at 100. */
function setUp(ask: () => Difference<State>) {
  const texts: string[] = [];
  const overs: string[] = [];
  let asked = 0;
  const recovery = new GapRecovery<State>({
    state: { pts: 1 },
    async ask() {
      asked++;
      return ask();
    },
    async startOver(_, { code }) {
      overs.push(code);
      return { pts: 100 };
    },
    checkpoint: () => {},
    async deliver(content) {
      if (content.message instanceof Api.Message) texts.push(content.message.message);
    },
    passOn: () => false,
    isUp: () => true,
    onEvent: () => {},
    signal: new AbortController().signal,
  });
  return { recovery, texts, overs, asked: () => asked };
}
const nothing: Difference<State> = { state: { pts: 100 }, messages: [], updates: [], isLast: true };
const fail = (error: Error) => {
  throw error;
};

it("tries a refusal that nobody knows for minutes, and nothing is skipped when it passes", async () => {
  const whole = {
    ...nothing,
    state: { pts: 3 },
    messages: [message("missed"), message("in hand")],
  };
  const passesAt = performance.now() + 240_000;
  const { recovery, texts, overs, asked } = setUp(() =>
    performance.now() < passesAt ? fail(refusal()) : whole,
  );
  const applied = recovery.apply(update(3, "in hand"));
  await vi.advanceTimersByTimeAsync(300_000);
  await applied;
  expect(texts).toEqual(["missed", "in hand"]);
  expect(overs).toEqual([]);
  expect(asked()).toBeLessThan(20);
});

it("begins anew after five minutes, and delivers the update in hand all the same", async () => {
  const { recovery, texts, overs } = setUp(() => (overs.length === 0 ? fail(refusal()) : nothing));
  const applied = recovery.apply(update(3, "in hand"));
  await vi.advanceTimersByTimeAsync(290_000);
  expect([texts, overs]).toEqual([[], []]);
  await vi.advanceTimersByTimeAsync(90_000);
  await applied;
  expect(texts).toEqual(["in hand"]);
  expect(overs).toEqual(["refused"]);
});

it("begins anew at once where Telegram says that there is nothing to be had", async () => {
  const { recovery, texts, overs, asked } = setUp(() =>
    overs.length === 0 ? fail(refusal("chat_refused")) : nothing,
  );
  const applied = recovery.apply(update(3, "in hand"));
  await vi.advanceTimersByTimeAsync(2_000);
  await applied;
  expect([texts, overs, asked()]).toEqual([["in hand"], ["chat_refused"], 2]);
});

it("delivers the update in hand where Telegram no longer has what was missed before it", async () => {
  let answers = 0;
  const { recovery, texts } = setUp(() =>
    answers++ === 0 ? { ...nothing, isLast: false, lost: "too much was missed" } : nothing,
  );
  await recovery.apply(update(3, "in hand"));
  expect(texts).toEqual(["in hand"]);
});
