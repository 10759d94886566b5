import * as z from "zod/mini";
import type { Call } from "./calls.ts";
import { AirtableError } from "./errors.ts";
import type { ArchiveEvent } from "./events.ts";
import { columns, type KeyType, optionalColumn } from "./rows/columns.ts";
import type { Shape } from "./rows/table.ts";

/** What `ensureSchema` has found of the table. */
export interface SchemaReport {
  /** `unknown` = the schema could not be read, often because the token lacks the scope schema.bases:read. */
  readonly status: "ok" | "unknown";
  /** How the column TelegramID is typed, as far as it is known. */
  readonly keyType: KeyType;
  /** The optional columns that the table does not have; without them it serves, too. */
  readonly lacking: readonly string[];
}

const Field = z.object({ id: z.string(), name: z.string(), type: z.string() });
const Tables = z.object({
  tables: z.array(z.object({ id: z.string(), name: z.string(), fields: z.array(Field) })),
});
type TableInfo = z.infer<typeof Tables>["tables"][number];

const unknownShape: Shape = { keyType: "unknown", lacking: new Set() };
const recheckMs = 60_000;

export interface SchemaOptions {
  /** Calls the meta API. */
  readonly call: Call;
  readonly baseId: string;
  readonly table: string;
  readonly now: () => number;
  readonly onEvent: (event: ArchiveEvent) => void;
  /** Ends a look at the schema. It is the archive's: a look serves many callers, so no caller's signal ends it. */
  readonly signal: AbortSignal;
}

interface WithSignal {
  readonly signal: AbortSignal;
}

export type Schema = ReturnType<typeof createSchema>;

/** Knows the table's columns: looks once, before the first call, and again when a column turns out to be gone. */
export function createSchema({ call, baseId, table, now, onEvent, signal: life }: SchemaOptions) {
  const path = `/bases/${encodeURIComponent(baseId)}/tables`;
  let cached: { shape: Shape; until: number } | undefined;
  let looking: Promise<SchemaReport> | undefined;

  async function read({ signal }: WithSignal): Promise<TableInfo | undefined> {
    const { tables } = await call({ path, signal }, Tables);
    return tables.find(({ id, name }) => name === table || id === table);
  }

  async function check({ signal }: WithSignal): Promise<SchemaReport> {
    const shape = shapeOf(await read({ signal }), table, baseId);
    cached = { shape, until: Infinity };
    return { status: "ok", keyType: shape.keyType, lacking: [...shape.lacking] };
  }

  /** What is known, after one look; not being able to look keeps nobody from calling. */
  async function look(): Promise<Shape> {
    if (cached && now() < cached.until) return cached.shape;
    try {
      looking ??= check({ signal: life }).finally(() => (looking = undefined));
      await looking;
    } catch (error) {
      const known = error instanceof AirtableError ? error.code : undefined;
      if (known === undefined || known === "invalid_schema" || known === "aborted") throw error;
      onEvent({ type: "schema_unknown", code: known });
      cached = { shape: unknownShape, until: known === "forbidden" ? Infinity : now() + recheckMs };
    }
    return cached?.shape ?? unknownShape;
  }

  return {
    /** @throws AirtableError `invalid_schema` when the table cannot serve */
    async check({ signal }: WithSignal): Promise<SchemaReport> {
      try {
        return await check({ signal });
      } catch (error) {
        if (!(error instanceof AirtableError) || error.code !== "forbidden") throw error;
        onEvent({ type: "schema_unknown", code: error.code });
        cached = { shape: unknownShape, until: Infinity };
        return { status: "unknown", keyType: "unknown", lacking: [] };
      }
    },
    /** Works with what is known of the table, and once more with a fresh look when a column turns out to be gone. */
    async using<T>(work: (shape: Shape) => Promise<T>): Promise<T> {
      try {
        return await work(await look());
      } catch (error) {
        if (!isDrift(error)) throw error;
        cached = undefined;
        return work(await look());
      }
    },
    /** Makes the table, or the columns it lacks. */
    async ensure({ signal }: WithSignal): Promise<SchemaReport> {
      const info = await read({ signal });
      if (!info) {
        await call(
          { method: "POST", path, body: { name: table, fields: columns }, signal },
          z.unknown(),
        );
      } else {
        const names = new Set(info.fields.map(({ name }) => name));
        for (const column of columns.filter(({ name }) => !names.has(name))) {
          await call(
            { method: "POST", path: `${path}/${info.id}/fields`, body: column, signal },
            z.unknown(),
          );
        }
      }
      return check({ signal });
    },
  };
}

function shapeOf(info: TableInfo | undefined, table: string, baseId: string): Shape {
  const invalid = (what: string) =>
    new AirtableError(
      "invalid_schema",
      `${what} in table ${table} of base ${baseId}: correct it in Airtable, or let ensureSchema() make it.`,
    );
  if (!info) throw invalid("Nothing was found");
  const types = new Map(info.fields.map(({ name, type }) => [name, type]));
  const lacking = columns.map(({ name }) => name).filter((name) => !types.has(name));
  const needed = lacking.filter((name) => name !== optionalColumn);
  if (needed.length > 0) throw invalid(`The columns ${needed.join(", ")} are missing`);
  const keyType = keyTypes[types.get("TelegramID") ?? ""];
  if (!keyType)
    throw invalid(`TelegramID has the type ${types.get("TelegramID")} instead of singleLineText`);
  const summary = types.get("Summary");
  if (summary !== "multilineText" && summary !== "singleLineText")
    throw invalid(`Summary has the type ${summary} instead of multilineText`);
  return { keyType, lacking: new Set(lacking) };
}

const keyTypes: Record<string, KeyType> = {
  singleLineText: "text",
  multilineText: "text",
  number: "number",
};

/** A column that was there is not. */
const isDrift = (error: unknown) =>
  error instanceof AirtableError &&
  (error.code === "unknown_field" || error.type === "INVALID_FILTER_BY_FORMULA");
