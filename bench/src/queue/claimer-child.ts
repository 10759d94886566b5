import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { dieWithUs } from "@tgmem/processes";
import type { JobName } from "./claimer.ts";
import type { FromClaimer, ToClaimer } from "./claimer-process.ts";
import type { Place } from "./peers/peer.ts";

/** The claimer in a process of its own. */
export interface ClaimerChild {
  open(place: Place, name: string): Promise<void>;
  pass(jobs: readonly JobName[]): void;
  onDone: (numbers: readonly number[]) => void;
  cpuUs(): Promise<number>;
  close(): Promise<void>;
  stop(): void;
}

export function startClaimer(): ClaimerChild {
  const child = fork(fileURLToPath(new URL("claimer-process.ts", import.meta.url)), {
    execArgv: process.execArgv,
  });
  dieWithUs(child);
  let answered: ((message: FromClaimer) => void) | undefined;
  child.on("message", (message: FromClaimer) => {
    if (typeof message === "object" && "done" in message) claimer.onDone(message.done);
    else answered?.(message);
  });
  const tell = (message: ToClaimer) => void child.send(message);
  function ask(message: ToClaimer): Promise<FromClaimer> {
    const answer = new Promise<FromClaimer>((resolve, reject) => {
      answered = resolve;
      child.once("exit", (code) => reject(new Error(`The claimer ended with ${code}.`)));
    });
    tell(message);
    return answer.finally(() => child.removeAllListeners("exit"));
  }
  const claimer: ClaimerChild = {
    open: async (place, name) => void (await ask({ open: place, name })),
    pass: (jobs) => tell({ jobs: jobs.map(({ lane, id }) => ({ lane, id })) }),
    onDone: () => {},
    async cpuUs() {
      const answer = await ask("cpu");
      return typeof answer === "object" && "cpuUs" in answer ? answer.cpuUs : Number.NaN;
    },
    close: async () => void (await ask("close")),
    stop: () => void child.kill("SIGKILL"),
  };
  return claimer;
}
