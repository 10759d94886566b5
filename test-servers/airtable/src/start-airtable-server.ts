import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AirtableServer, AirtableServerOptions, ReceivedCall } from "./airtable-server.ts";
import { AirtableServerError } from "./errors.ts";
import { answerBadly, type Fault } from "./faults.ts";
import { createLimits } from "./limits.ts";
import { createListing } from "./list.ts";
import { handleMeta } from "./meta.ts";
import { createRace } from "./race.ts";
import { forbidden, notFound, Refusal, refuse } from "./refusal.ts";
import { type ReceivedRequest, readRequest } from "./request.ts";
import { handleData } from "./route.ts";
import { Table, newId, type NewField } from "./table.ts";

const newTable: readonly NewField[] = [
  { name: "Name", type: "singleLineText" },
  { name: "Notes", type: "multilineText" },
];

/** Starts an Airtable on 127.0.0.1. */
export async function startAirtableServer(
  options: AirtableServerOptions = {},
): Promise<AirtableServer> {
  const {
    baseId = "appTestAirtable01",
    table = "Memory",
    fields = newTable,
    now = Date.now,
  } = options;
  const tables = fields ? [asked(() => new Table(table, fields, now))] : [];
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
    if (due && --due.times <= 0) faults = faults.filter((fault) => fault !== due);
    return due?.fault;
  }

  async function answer(request: ReceivedRequest): Promise<unknown> {
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
    open++;
    response.on("close", () => open--);
    // What fails here is a connection that its client has left.
    handle(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });

  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server got no port.");
  const find = (name: string) => {
    const found = tables.find((each) => each.name === name || each.id === name);
    if (found) return found;
    const names = tables.map((each) => each.name).join(", ") || "none";
    throw new AirtableServerError(
      "invalid_argument",
      `There is no table ${name}: there is ${names}.`,
    );
  };
  return {
    endpointUrl: `http://127.0.0.1:${address.port}`,
    token: options.token ?? "patTestAirtable",
    baseId,
    table,
    journal,
    rows: (name = table) => [...find(name).rows.values()].map((row) => find(name).show(row)),
    fields: (name = table) => find(name).fields,
    insert: (row, name = table) => asked(() => find(name).create(find(name).parse(row, false)).id),
    renameColumn(from, to, name = table) {
      asked(() => find(name).field(from)).name = to;
    },
    dropColumn(column, name = table) {
      const { fields: all } = find(name);
      all.splice(all.indexOf(asked(() => find(name).field(column))), 1);
    },
    fail: (fault, { times = 1, when = () => true } = {}) =>
      void faults.push({ fault, times, when }),
    mend() {
      faults = [];
      race.release();
    },
    race: (requests = 2) => race.start(requests),
    setMonth: (rest) => limits.setMonth(rest),
    isFrozen: () => limits.isFrozen(),
    expireCursors: () => listing.expire(),
    setSchemaScope: (granted) => void (schemaScope = granted),
    open: () => open,
    async close() {
      race.release();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** What Airtable would refuse to a client is a bad argument of the test. */
function asked<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const text = JSON.stringify(error.body);
    throw new AirtableServerError("invalid_argument", `Airtable would refuse this: ${text}`, {
      cause: error,
    });
  }
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
