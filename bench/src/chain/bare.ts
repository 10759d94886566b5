import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type ConnectOptions, connectEngine } from "@tgmem/engine";
import { until } from "@tgmem/processes";
import { dieWithUs } from "../apps/app-process.ts";
import { bareTaskName } from "./bare-task.ts";
import { pollMs } from "./poll.ts";

/** What the engine does without us, with the same client: both resolve with runs a second. */
export interface BareEngine {
  readonly pid: number;
  /** `runManyNoWait`, 100 runs a call and two calls in flight, until all have run. */
  many(runs: number): Promise<number>;
  /** `run()` a message, each lane's next one after the answer to its last. */
  awaited(lanes: number, each: number): Promise<number>;
  stop(): void;
}

const runsACall = 100;
const callsInFlight = 2;

export async function startBare(options: ConnectOptions): Promise<BareEngine> {
  const file = fileURLToPath(import.meta.resolve("./bare-worker.ts"));
  const worker = fork(file, { execArgv: ["--conditions=@tgmem/source"] });
  dieWithUs(worker);
  worker.send({ connect: options });
  const ended = once(worker, "exit").then(() =>
    Promise.reject(new Error("The bare worker ended.")),
  );
  ended.catch(() => {});
  await Promise.race([once(worker, "message"), ended]);

  async function ran(): Promise<number> {
    const answer = once(worker, "message");
    worker.send("count");
    const { ran: count }: { ran: number } = (await answer)[0];
    return count;
  }

  const task = connectEngine(options).client.task<{ lane: string; id: string }, { ok: boolean }>({
    name: bareTaskName,
  });
  let made = 0;
  const input = (lane: number) => ({ lane: `lane:${lane}`, id: `bare:${made++}` });

  return {
    pid: worker.pid ?? 0,
    async many(runs) {
      const goal = (await ran()) + runs;
      const startedAt = performance.now();
      const calls = new Set<Promise<void>>();
      for (let left = runs; left > 0; left -= runsACall) {
        if (calls.size >= callsInFlight) await Promise.race(calls);
        const inputs = Array.from({ length: Math.min(left, runsACall) }, (_, i) => input(i));
        const call = task
          .runManyNoWait(inputs.map((one) => ({ input: one, opts: {} })))
          .then(() => void calls.delete(call));
        calls.add(call);
      }
      await Promise.all(calls);
      await until(async () => (await ran()) >= goal, {
        timeoutMs: 300_000,
        everyMs: pollMs,
        what: "the bare runs",
      });
      return (runs / (performance.now() - startedAt)) * 1_000;
    },
    async awaited(lanes, each) {
      const startedAt = performance.now();
      const runLane = async (lane: number) => {
        for (let i = 0; i < each; i++) await task.run(input(lane));
      };
      await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(lane)));
      return ((lanes * each) / (performance.now() - startedAt)) * 1_000;
    },
    stop: () => worker.disconnect(),
  };
}
