import type { Outages } from "./outages.ts";
import { redisTrouble } from "./redis-trouble.ts";

/** What may be done about a list that says why it does not work. */
const remedies: ReadonlyMap<unknown, string> = new Map([
  ["options_differ", "stop the processes of another release, or set all of them up alike"],
  ["queue_full", "look with `tgmem status` who does not take from it"],
]);

/** An outage of Redis is told before that, and then nothing is told of the list. */
const afterMs = 20_000;

const kindOf = (list: string) => `${list} list`;

/** Takes in that a list did not do what it was asked. While Redis is away that is no news. */
export function listFailed(
  outages: Pick<Outages, "failed" | "current">,
  { list, err }: { readonly list: string; readonly err: unknown },
): void {
  if (outages.current().some(({ kind }) => kind === "redis")) return;
  const trouble = { ...(ofList(err) ?? redisTrouble(err)), err, afterMs };
  outages.failed(kindOf(list), trouble);
}

/** Takes in that a list did what it was asked. */
export const listWorked = (outages: Pick<Outages, "worked">, list: string): void =>
  outages.worked(kindOf(list));

function ofList(err: unknown): { readonly what: string; readonly remedy: string } | undefined {
  // Behind a cause there is Redis: its memory may be full, and not the list.
  if (!(err instanceof Error) || !("code" in err) || err.cause !== undefined) return undefined;
  const remedy = remedies.get(err.code);
  return remedy === undefined ? undefined : { what: err.message, remedy };
}
