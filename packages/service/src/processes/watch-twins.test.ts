import { expect, it, vi } from "vitest";
import { type Heartbeat, processesKey } from "./process-info.ts";
import { createTwinWatch } from "./watch-twins.ts";

/** A Redis with these processes, at a second that the test sets. */
function setup() {
  const hash: Record<string, string> = {};
  const clock = { second: 1_000 };
  const redis = {
    time: async (): Promise<[number, number]> => [clock.second, 0],
    hgetall: async (key: string) => (key === processesKey ? { ...hash } : {}),
  };
  const logger = {
    warn: vi.fn<(...line: unknown[]) => void>(),
    info: vi.fn<(...line: unknown[]) => void>(),
  };
  const beat = (id: string, fields: Partial<Heartbeat> = {}) => {
    const startedAtMs = clock.second * 1_000;
    const heartbeat = { name: "sender", account: "9", host: id, pid: 1, startedAtMs, failing: [] };
    hash[id] = `${clock.second * 1_000} ${JSON.stringify({ ...heartbeat, ...fields })}`;
  };
  const look = createTwinWatch(redis, { logger, name: "sender", account: "9" });
  return { clock, beat, look, logger, hash };
}

it("says once that another one is there, and once that it is alone again", async () => {
  const { clock, beat, look, logger, hash } = setup();
  beat("me");
  clock.second += 5;
  beat("other");
  await look("me");
  await look("me");
  expect(logger.warn).toHaveBeenCalledExactlyOnceWith(
    { others: [{ host: "other", pid: 1 }] },
    expect.stringContaining("another sender is logged in to the same account"),
  );
  expect(logger.info).not.toHaveBeenCalled();
  delete hash["other"];
  await look("me");
  await look("me");
  expect(logger.info).toHaveBeenCalledOnce();
});

it("does not take for another one what was killed just before, is another process, or of another account", async () => {
  const { clock, beat, look, logger } = setup();
  beat("killed");
  clock.second += 5;
  beat("me");
  clock.second += 5;
  beat("receiver", { name: "receiver" });
  beat("stranger", { account: "8" });
  await look("me");
  expect(logger.warn).not.toHaveBeenCalled();
});
