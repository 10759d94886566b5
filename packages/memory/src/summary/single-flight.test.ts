import { expect, it } from "vitest";
import { singleFlight } from "./single-flight.ts";

/** Work that ends when a test says so, and what it was told. */
function held() {
  const signals: AbortSignal[] = [];
  const ends: ((text: string) => void)[] = [];
  const work = (signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<string>((resolve) => ends.push(resolve));
  };
  return { run: singleFlight(() => "gone"), work, signals, ends };
}

it("gives everybody who comes while work runs its result, and runs it once", async () => {
  const { run, work, signals, ends } = held();
  const results = [run("a", work), run("a", work), run("a", work)];
  ends[0]?.("done");
  expect(await Promise.all(results)).toEqual(["done", "done", "done"]);
  expect(signals).toHaveLength(1);
});

it("runs the work of two keys at the same time, and anew when it has ended", async () => {
  const { run, work, signals, ends } = held();
  const results = [run("a", work), run("b", work)];
  ends[1]?.("b");
  ends[0]?.("a");
  expect(await Promise.all(results)).toEqual(["a", "b"]);
  const again = run("a", work);
  ends[2]?.("again");
  expect(await again).toBe("again");
  expect(signals).toHaveLength(3);
});

it("lets one of several callers go, and works on for the others", async () => {
  const { run, work, signals, ends } = held();
  const caller = new AbortController();
  const [going, staying] = [run("a", work, caller), run("a", work)];
  caller.abort();
  expect(await going).toBe("gone");
  expect(signals[0]?.aborted).toBe(false);
  ends[0]?.("done");
  expect(await staying).toBe("done");
});

it("tells the work that its last caller has gone, with the reason, and tells that caller what it reached", async () => {
  const { run, work, signals, ends } = held();
  const caller = new AbortController();
  const result = run("a", work, caller);
  const reason = new Error("gone");
  caller.abort(reason);
  expect(signals[0]?.reason).toBe(reason);
  ends[0]?.("reached");
  expect(await result).toBe("reached");
});

it("begins anew for who comes when nobody waits for what runs", async () => {
  const { run, work, ends } = held();
  const caller = new AbortController();
  const first = run("a", work, caller);
  caller.abort();
  const second = run("a", work);
  ends[1]?.("new");
  expect(await second).toBe("new");
  ends[0]?.("old");
  expect(await first).toBe("old");
});

it("hands a failure on, and runs again afterwards", async () => {
  const run = singleFlight(() => "gone");
  await expect(run("a", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await run("a", async () => "fine")).toBe("fine");
});
