import type { Cell } from "./cells.ts";
import type { Fault } from "./faults.ts";
import type { NewField } from "./table.ts";

/** Says what the base holds, who is let in, and which limits hold; everything has a default. */
export interface AirtableServerOptions {
  /** The only token that is let in. @default any */
  readonly token?: string;
  /** The id of the base. @default "appTestAirtable01" */
  readonly baseId?: string;
  /** The name of the table. @default "Memory" */
  readonly table?: string;
  /** Columns of the table; null = the base has no table yet. @default "Name" and "Notes", as Airtable makes them */
  readonly fields?: readonly NewField[] | null;
  /** Requests a base may have in one second before it is frozen for 30 s; Airtable's limit is 5. @default Infinity */
  readonly perSecond?: number;
  /** Data calls before the month is used up. @default Infinity */
  readonly perMonth?: number;
  /** False = the token lacks the schema scopes. @default true */
  readonly schemaScope?: boolean;
  /** The clock of limits, cursors and creation times, in ms since 1970. @default Date.now */
  readonly now?: () => number;
  /** @default a free one */
  readonly port?: number;
}

/** One request as the server read it. The token is left out. */
export interface ReceivedCall {
  readonly method: string;
  /** Decoded, without `v0`, for instance `/appX/Memory/listRecords`. */
  readonly path: string;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
  /** The status of the answer; absent while there is none. */
  status?: number;
}

/** Says which requests a fault hits. */
export interface FaultOptions {
  /** How many requests it hits. @default 1 */
  readonly times?: number;
  /** Which requests it hits. @default all */
  readonly when?: (call: ReceivedCall) => boolean;
}

/** A row as answers show it. */
export interface ShownRow {
  readonly id: string;
  /** ISO 8601. */
  readonly createdTime: string;
  /** Cells by column name; an empty cell is absent. */
  readonly fields: Readonly<Record<string, Cell>>;
}

/**
 * An Airtable in this process: its Web API over HTTP, with rows in memory. `name` is always that of a table, and the
 * default is the table of the options. What a test asks for that is not there throws an `AirtableServerError`.
 */
export interface AirtableServer {
  /** The address for the client, without `/v0`. */
  readonly endpointUrl: string;
  /** A token that is let in. */
  readonly token: string;
  readonly baseId: string;
  /** Name of the table that the server began with. */
  readonly table: string;
  /** Every request so far, oldest first. */
  readonly journal: readonly ReceivedCall[];
  /** The rows of a table, in the order they were made. */
  rows(name?: string): readonly ShownRow[];
  /** The columns of a table. */
  fields(name?: string): readonly NewField[];
  /** Makes a row past every limit; returns its id. */
  insert(row: Readonly<Record<string, unknown>>, name?: string): string;
  /** Renames a column, as a person does who does not think of programs. */
  renameColumn(from: string, to: string, name?: string): void;
  /** Deletes a column with its cells. */
  dropColumn(column: string, name?: string): void;
  /** The next requests go wrong. Faults are used up in the order in which they were planned. */
  fail(fault: Fault, options?: FaultOptions): void;
  /** No fault that was planned happens any more, and a race is over. */
  mend(): void;
  /** That many upserts that create the same key wait for one another; then all of them create it. @default 2 */
  race(requests?: number): void;
  /** Leaves the workspace this many data calls from now on. */
  setMonth(rest: number): void;
  /** Grants or takes away the schema scopes of the token. */
  setSchemaScope(granted: boolean): void;
  /** Ends every listing that is under way, as Airtable does after some minutes. */
  expireCursors(): void;
  /** Whether the rate limit has frozen the base. */
  isFrozen(): boolean;
  /** How many requests have no answer yet: sockets that a client holds. */
  open(): number;
  /** Cuts every connection and frees the port. */
  close(): Promise<void>;
}
