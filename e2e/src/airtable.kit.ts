import { startProcess } from "@tgmem/processes";
import { z } from "zod";

const Base = z.object({
  endpointUrl: z.string(),
  token: z.string(),
  baseId: z.string(),
  table: z.string(),
  sightUrl: z.string(),
});
const Rows = z.array(z.object({ fields: z.record(z.string(), z.unknown()) }));
const Statuses = z.array(z.number().nullable());

/** An Airtable in a process of its own, as the real one is: what its rate limit counts is not when a busy test looks. */
export async function startAirtable({ perSecond }: { readonly perSecond: number }) {
  const main = new URL("airtable-process.ts", import.meta.url);
  const process = startProcess(main, { env: { PER_SECOND: String(perSecond) } });
  await process.says("}\n");
  const { sightUrl, ...base } = Base.parse(JSON.parse(process.printed.stdout));
  const see = async (what: string): Promise<unknown> => (await fetch(sightUrl + what)).json();
  return {
    ...base,
    rows: async () => Rows.parse(await see("/rows")),
    /** The status of every call so far, null where there is no answer yet. */
    statuses: async () => Statuses.parse(await see("/statuses")),
    close: () => process.stop("SIGKILL"),
  };
}
