import * as z from "zod/mini";
import type { Call } from "../calls.ts";
import { AirtableError } from "../errors.ts";

const nowhere = "rec00000000000000";
const First = z.object({ records: z.array(z.object({ id: z.string(), fields: z.unknown() })) });

/**
 * Says whether rows of the table may be written, without making one: by a change of a row that is not there, which whoever
 * may not write is not told. Some are told the same; then by writing a row that is there as it is, if there is one.
 * @throws AirtableError `forbidden` when they may not
 */
export async function checkWritable(
  call: Call,
  name: string,
  { signal }: { readonly signal: AbortSignal },
): Promise<"ok" | "unknown"> {
  const path = `/${encodeURIComponent(name)}`;
  const change = (id: string, fields: unknown) =>
    call({ method: "PATCH", path, body: { records: [{ id, fields }] }, signal }, z.unknown());
  try {
    await change(nowhere, {});
    return "ok";
  } catch (error) {
    const code = error instanceof AirtableError ? error.code : undefined;
    if (code === "not_found" || code === "invalid_request") return "ok";
    if (code !== "forbidden") throw error;
    if (error instanceof AirtableError && error.type === "INVALID_PERMISSIONS")
      throw readOnly(error);
  }
  const body = { pageSize: 1, maxRecords: 1, fields: ["TelegramID"] };
  const first = await call({ method: "POST", path: `${path}/listRecords`, body, signal }, First);
  const [row] = first.records;
  if (!row) return "unknown";
  await change(row.id, row.fields).catch((error: unknown) => {
    throw error instanceof AirtableError && error.code === "forbidden" ? readOnly(error) : error;
  });
  return "ok";
}

const readOnly = ({ status, type }: AirtableError) =>
  new AirtableError(
    "forbidden",
    "The token may read the table and not write it: give it the scope data.records:write, and its owner the role editor.",
    { status, type },
  );
