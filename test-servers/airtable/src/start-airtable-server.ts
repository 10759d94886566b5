import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerBadly, type Fault } from "./faults.ts";
import { createLimits } from "./limits.ts";
import { createListing } from "./list.ts";
import { handleMeta } from "./meta.ts";
import { createRace } from "./race.ts";
import { forbidden, notFound, Refusal, refuse } from "./refusal.ts";
import { type FakeRequest, readRequest } from "./request.ts";
import { handleData } from "./route.ts";
import { Table, newId, type NewField } from "./table.ts";

export interface AirtableServerOptions {
  /** The only token that is let in. @default any */
  readonly token?: string;
  /** @default "appFakeAirtable01" */
  readonly baseId?: string;
  /** @default "Memory" */
  readonly table?: string;
  /** Columns of the table; null = the base has no table yet. @default "Name" and "Notes", as Airtable makes them */
  readonly fields?: readonly NewField[] | null;
  /** Requests a base may have in one second before it is frozen for 30 s; Airtable's limit is 5. @default Infinity */
  readonly perSecond?: number;
  /** Data calls before the month is used up. @default Infinity */
  readonly perMonth?: number;
  /** False = the token lacks the schema scopes. @default true */
  readonly schemaScope?: boolean;
  /** The clock, in ms since 1970. @default Date.now */
  readonly now?: () => number;
  /** @default a free one */
  readonly port?: number;
}

export interface ReceivedCall {
  readonly method: string;
  /** Decoded, without `v0`, for instance `/appX/Memory/listRecords`. */
  readonly path: string;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
  /** Absent while there is no answer. */
  status?: number;
}

export interface FaultOptions {
  /** @default 1 */
  readonly times?: number;
  /** Which requests it hits. @default all */
  readonly when?: (call: ReceivedCall) => boolean;
}

export type AirtableServer = Awaited<ReturnType<typeof startAirtableServer>>;

const newTable: readonly NewField[] = [
  { name: "Name", type: "singleLineText" },
  { name: "Notes", type: "multilineText" },
];

/** Starts an Airtable on 127.0.0.1: its Web API over HTTP, with rows in memory, real limits, and faults on demand. */
export async function startAirtableServer(options: AirtableServerOptions = {}) {
  const {
    baseId = "appFakeAirtable01",
    table = "Memory",
    fields = newTable,
    now = Date.now,
  } = options;
  const tables = fields ? [new Table(table, fields, now)] : [];
  const limits = createLimits({
    now,
    perSecond: options.perSecond ?? Infinity,
    perMonth: options.perMonth ?? Infinity,
  });
  const listing = createListing(now);
  const race = createRace();
  const journal: ReceivedCall[] = [];
  let faults: { fault: Fault; times: number; when: (call: ReceivedCall) => boolean }[] = [];
  let schemaScope = options.schemaScope ?? true;
  let open = 0;

  function nextFault(call: ReceivedCall): Fault | undefined {
    const due = faults.find(({ when }) => when(call));
    if (due && (due.times -= 1) <= 0) faults = faults.filter((fault) => fault !== due);
    return due?.fault;
  }

  async function answer(request: FakeRequest): Promise<unknown> {
    const [version, first, ...rest] = request.path;
    const token = /^Bearer (.+)$/.exec(request.authorization)?.[1];
    if (version !== "v0") throw notFound();
    if (!token || (options.token !== undefined && token !== options.token))
      throw refuse(401, "AUTHENTICATION_REQUIRED", "Authentication required");
    if (first === "meta" && rest[0] === "whoami") return { id: newId("usr") };
    limits.checkRate();
    if (first === "meta") {
      if (!schemaScope || rest[0] !== "bases" || rest[1] !== baseId) throw forbidden();
      if (request.body instanceof Refusal) throw request.body;
      return handleMeta(tables, request.method, rest.slice(3), request.body, now);
    }
    limits.checkMonth();
    if (first !== baseId) throw forbidden();
    return handleData({ tables, listing, meet: (keys) => race.meet(keys) }, request);
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    const { method, query, body } = request;
    const call: ReceivedCall = { method, path: `/${request.path.slice(1).join("/")}`, query, body };
    journal.push(call);
    const fault = nextFault(call);
    try {
      if (incoming.url && incoming.url.length > 16_000) throw refuse(413, "REQUEST_TOO_LARGE");
      if (fault === "rate_limit") limits.freeze();
      if (fault && answerBadly(fault, response)) return;
      const result = await answer(request);
      if (fault === "answer_lost") response.socket?.destroy();
      else send(response, call, 200, result);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : refuse(500, "SERVER_ERROR", String(error));
      send(response, call, refusal.status, refusal.body, refusal.headers);
    }
  }

  const server = createServer((incoming, response) => {
    open += 1;
    response.on("close", () => (open -= 1));
    // What fails here is a connection that its client has left.
    handle(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });

  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The fake has no port.");
  const find = (name: string) => {
    const found = tables.find((each) => each.name === name || each.id === name);
    if (!found)
      throw new RangeError(
        `The fake has no table ${name}: it has ${tables.map((each) => each.name).join(", ") || "none"}.`,
      );
    return found;
  };
  return {
    endpointUrl: `http://127.0.0.1:${address.port}`,
    token: options.token ?? "patFakeAirtable",
    baseId,
    table,
    /** Every request so far. */
    journal: journal as readonly ReceivedCall[],
    /** The rows of a table by column name, in the order they were made. */
    rows: (name = table) => [...find(name).rows.values()].map((row) => find(name).show(row)),
    /** The columns of a table. */
    fields: (name = table): readonly NewField[] => find(name).fields,
    /** Makes a row past every limit; answers its id. */
    insert(row: Record<string, unknown>, name = table): string {
      return find(name).create(find(name).parse(row, false)).id;
    },
    renameColumn(from: string, to: string, name = table): void {
      find(name).field(from).name = to;
    },
    dropColumn(column: string, name = table): void {
      const { fields: all } = find(name);
      all.splice(all.indexOf(find(name).field(column)), 1);
    },
    /** The next requests go wrong. */
    fail(fault: Fault, { times = 1, when = () => true }: FaultOptions = {}): void {
      faults.push({ fault, times, when });
    },
    /** All is well again. */
    mend(): void {
      faults = [];
      race.release();
    },
    /** That many upserts that create the same key wait for one another; then all of them create it. */
    race: (requests = 2) => race.start(requests),
    /** The workspace has so many data calls left. */
    setMonth: (rest: number) => limits.setMonth(rest),
    isFrozen: () => limits.isFrozen(),
    expireCursors: () => listing.expire(),
    setSchemaScope: (granted: boolean) => void (schemaScope = granted),
    /** Requests without an answer: sockets a client holds. */
    open: () => open,
    async close(): Promise<void> {
      race.release();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function send(
  response: ServerResponse,
  call: ReceivedCall,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  call.status = status;
  const isText = typeof body === "string";
  response.writeHead(status, {
    "content-type": isText ? "text/html" : "application/json",
    ...headers,
  });
  response.end(isText ? body : JSON.stringify(body));
}
