import { type Workflow, Workflows } from "@tgmem/contracts";
import type { Health, Outages } from "@tgmem/service";

/** What is known of the engine and of its workers. */
export interface EngineObserver {
  /** Hears that the engine answered, and which workflows somebody works on. */
  readonly seen: (served: ReadonlySet<Workflow>) => void;
  /** Hears that the engine did not answer. */
  readonly silent: (error: unknown) => void;
  /** Hears that runs of a list were started. */
  readonly started: (list: string) => void;
  /** Hears that runs of a list could not be started. */
  readonly failed: (list: string, error: unknown) => void;
  /** Hears that nothing waits on a list, so that nothing is left of what could not be started. */
  readonly idle: (list: string) => void;
  /** Says whether commands have a worker of their own, which one of an older release does not make. */
  readonly hasCommands: () => boolean;
}

/** The workflow without whose worker nobody is answered; summaries would wait. */
const needed: Workflow = Workflows.chat;

/** Looks in a row: a worker that starts may be seen before its commands are. */
const sureAfter = 2;

const remedies: Readonly<Record<string, string>> = {
  unauthenticated: "check HATCHET_CLIENT_TOKEN",
  rejected: "compare the versions of the engine and of the SDK",
};
const usualRemedy =
  "check that the engine runs, and HATCHET_CLIENT_HOST_PORT and HATCHET_CLIENT_API_URL";

/** Turns what is seen of the engine into outages and readiness. */
export function observeEngine({
  health,
  outages,
}: {
  readonly health: Pick<Health, "check">;
  readonly outages: Pick<Outages, "failed" | "worked">;
}): EngineObserver {
  let served: ReadonlySet<Workflow> = new Set();
  let answers = false;
  let lacking = 0;
  /** The lists whose last runs could not be started: that the engine answers otherwise is not enough then. */
  const failing = new Set<string>();
  health.check("engine", () => answers && failing.size === 0);
  health.check("worker", () => served.has(needed));

  function away(err: unknown): void {
    const code = err instanceof Error && "code" in err ? String(err.code) : "";
    if (code === "workflow_unknown") return noWorker();
    const remedy = remedies[code] ?? usualRemedy;
    return outages.failed("engine", { what: "the engine starts nothing", remedy, err });
  }
  const noWorker = () =>
    outages.failed("worker", {
      what: "no worker waits for messages at the engine",
      remedy: "start a worker; HATCHET_CLIENT_NAMESPACE has to be the same in both",
    });

  return {
    seen(workflows) {
      answers = true;
      served = workflows;
      if (served.has(needed)) lacking = served.has(Workflows.command) ? 0 : lacking + 1;
      if (failing.size === 0) outages.worked("engine");
      return served.has(needed) ? outages.worked("worker") : noWorker();
    },
    silent(error) {
      answers = false;
      away(error);
    },
    started(list) {
      failing.delete(list);
      if (failing.size === 0) outages.worked("engine");
    },
    failed(list, error) {
      failing.add(list);
      away(error);
    },
    idle: (list) => void failing.delete(list),
    hasCommands: () => lacking < sureAfter,
  };
}
