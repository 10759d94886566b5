import { takePlaceScript, takePlaceTwin } from "@tgmem/receiver";
import type { ScriptTwin } from "@tgmem/records";
import { beginScript, beginTwin, finishScript, finishTwin } from "@tgmem/sender";

/** What the scripts of the apps do where there is no Redis. */
export const twins: ReadonlyMap<string, ScriptTwin> = new Map<string, ScriptTwin>([
  [takePlaceScript, takePlaceTwin],
  [beginScript, beginTwin],
  [finishScript, finishTwin],
]);
