import { MemoryError } from "@tgmem/memory";
import { QueueError } from "@tgmem/queue";
import { expect, it } from "vitest";
import { isOfOutage } from "./observe-outages.ts";

function told(error: unknown) {
  const kinds: string[] = [];
  const isSaid = isOfOutage({ failed: (kind) => void kinds.push(kind) }, error);
  return { isSaid, kinds };
}
const reply = (message: string) => Object.assign(new Error(message), { name: "ReplyError" });

it.each([
  new QueueError("store_unavailable", "Redis did not answer."),
  new MemoryError("store_timeout", "Redis did not answer in time."),
  reply("OOM command not allowed when used memory > 'maxmemory'."),
  new Error("Connection is closed."),
  new Error("connect ECONNREFUSED 127.0.0.1:6379"),
])("leaves to the outage of Redis what comes of it: %s", (error) => {
  expect(told(error)).toEqual({ isSaid: true, kinds: ["redis"] });
});

it.each([
  new MemoryError("store_unavailable", "The file is damaged.", { retryable: false }),
  new MemoryError("archive_unavailable", "Airtable is away."),
  new QueueError("options_differ", "Queue inbound is in use with others."),
  new QueueError("invalid_argument", "Expected a lane."),
  reply("WRONGTYPE Operation against a key holding the wrong kind of value"),
  new TypeError("undefined is not a function"),
])("hides behind no outage what would never end with one: %s", (error) => {
  expect(told(error)).toEqual({ isSaid: false, kinds: [] });
});
