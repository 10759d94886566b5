import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import { pause, tookLonger, withDeadline } from "./deadline.ts";
import { TelegramError } from "./errors.ts";

const never = new Promise<never>(() => {});

it("gives up work that takes longer", async () => {
  const late = tookLonger("Sending", 1);
  await expect(withDeadline(never, { ms: 1, late })).rejects.toMatchObject({
    code: "timeout",
    message: "Sending took longer than 1 ms: is the network up?",
  });
});

it("gives up when a signal aborts, before or meanwhile, and passes on a reason that says what to do", async () => {
  const late = tookLonger("Sending", 60_000);
  const stopping = new AbortController();
  const ended = AbortSignal.abort(
    new TelegramError("account_stopped", "gone", { policy: "stop_account" }),
  );
  const waiting = withDeadline(never, { ms: 60_000, late, signals: [stopping.signal, undefined] });
  stopping.abort();
  await expect(waiting).rejects.toMatchObject({ code: "aborted", retryable: true });
  await expect(withDeadline(never, { ms: 60_000, late, signals: [ended] })).rejects.toMatchObject({
    code: "account_stopped",
  });
});

it("leaves no listener on signals, which may live as long as the process", async () => {
  const { signal } = new AbortController();
  await withDeadline(Promise.resolve(), {
    ms: 60_000,
    late: tookLonger("It", 1),
    signals: [signal],
  });
  await pause(1, { signal });
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

it("ends a pause at once when the signal aborts", async () => {
  const stopping = new AbortController();
  const pausing = pause(3_600_000, { signal: stopping.signal });
  stopping.abort();
  await pausing;
  await pause(3_600_000, { signal: AbortSignal.abort() });
});
