import { createServer } from "node:http";
import { startAirtableServer } from "@tgmem/airtable-test-server";

// A base of its own process: one that shares a busy process reads calls at once that were made apart, and would refuse them.
const airtable = await startAirtableServer({
  fields: null,
  perSecond: Number(process.env["PER_SECOND"]),
});
const { endpointUrl, token, baseId, table, journal } = airtable;

/** What tests look at: the rows, and the status of every call so far. */
const sight = createServer(({ url }, response) => {
  const seen = url === "/rows" ? airtable.rows() : journal.map(({ status }) => status);
  response.end(JSON.stringify(seen));
});
sight.listen(0, "127.0.0.1", () => {
  const address = sight.address();
  const sightUrl = typeof address === "object" ? `http://127.0.0.1:${address?.port}` : "";
  process.stdout.write(`${JSON.stringify({ endpointUrl, token, baseId, table, sightUrl })}\n`);
});
