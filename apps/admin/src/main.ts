import { parseArgs } from "node:util";
import { inboundQueue } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import { EnvError, parseEnv, redisVariables, withRedis } from "@tgmem/service";
import { z } from "zod";
import { enqueue } from "./enqueue.ts";
import { lists } from "./lists.ts";
import { queueDepths } from "./queue-depths.ts";
import { withList } from "./with-list.ts";

const usage = `tgmem: look into and mend a running system

  tgmem enqueue "text" --user 42 [--chat=-100]  put a message on the inbound list, as if it came from Telegram
  tgmem queue                                  how much waits where, and the age of the oldest
  tgmem dead list LIST [--after 7] [--limit 20] [--json]   what finally failed on inbound, outbound or summaries
  tgmem dead show LIST 7 [--body] [--json]     one of them; --body prints what the person wrote
  tgmem dead retry LIST 7 8 | all              put them on their list again
  tgmem dead discard LIST 7 8 | all [--yes]    drop them for good
  tgmem dead purge LIST --older-than 7d [--yes]  drop the old ones for good
  tgmem lane show LIST chat:42 [--limit 20] [--body] [--json]   what waits in a chat's lane
  tgmem lane pause|resume LIST chat:42         hand out nothing of it, or go on; what is in flight goes on
  tgmem lane cancel LIST chat:42 ID            take a job that waits out of it
  tgmem lane paused LIST                       which lanes are paused
  tgmem doctor [--json]                        mend what a power loss left of the lists, look how Redis is set up; ends with 0 if all was well
  tgmem login receiver|sender                  log in to Telegram (token, phone, or a session string), write the session file
  tgmem airtable check|create                  look whether the table in Airtable can serve, or make it or its missing columns
  tgmem memory move --from A --to B            write all summaries from one archive to another: airtable, or sqlite:FILE

Exit codes: 0 done, 1 failed, not found or not confirmed, 2 no such command, or a variable is wrong
Variables: REDIS_URL (default redis://127.0.0.1:6379); for login TELEGRAM_…, for Airtable AIRTABLE_… (see .env.example)
`;

process.exitCode = await run().catch((error: unknown) => {
  process.stderr.write(`tgmem: ${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof EnvError ? 2 : 1;
});

async function run(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      user: { type: "string" },
      chat: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
      after: { type: "string" },
      limit: { type: "string" },
      "older-than": { type: "string" },
      body: { type: "boolean" },
      json: { type: "boolean" },
      yes: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help || !command) {
    process.stdout.write(usage);
    return 0;
  }
  // What loads a large client is loaded only when it is wanted.
  switch (command) {
    case "enqueue":
      await withRedis(redisUrl(), async (redis) => {
        const inbound = redisQueue(redis, inboundQueue);
        const { user, chat } = values;
        const id = await enqueue({ text: rest.join(" "), user, chat }, { inbound });
        await inbound.close();
        process.stdout.write(`queued ${id}\n`);
      });
      return 0;
    case "queue":
      await withRedis(redisUrl(), async (redis) => {
        const queues = lists.map(({ name }) => ({
          name,
          queue: redisQueue(redis, { name, schema: z.unknown() }),
        }));
        process.stdout.write(await queueDepths(queues));
        await Promise.all(queues.map(({ queue }) => queue.close()));
      });
      return 0;
    case "dead":
      return withList(redisUrl(), rest[1], async (letters, list) => {
        const [action, , ...numbers] = rest;
        const { deadCommand } = await import("./dead/dead-command.ts");
        const { confirmInTerminal: confirm } = await import("./dead/confirm.ts");
        const width = process.stdout.columns ?? Infinity;
        return deadCommand(action, numbers, values, { letters, list, print, confirm, width });
      });
    case "lane":
      return withList(redisUrl(), rest[1], async (door, list) => {
        const [action, , ...names] = rest;
        const { laneCommand } = await import("./lane/lane-command.ts");
        return laneCommand(action, names, values, { door, list, print });
      });
    case "doctor":
      return (await import("./doctor/doctor-command.ts")).doctorCommand(redisUrl(), values, print);
    case "airtable":
      return (await import("./airtable/airtable-command.ts")).airtableCommand(rest[0], print);
    // The name before there was `check`.
    case "table":
      return (await import("./airtable/airtable-command.ts")).airtableCommand("create", print);
    case "memory":
      return (await import("./memory/memory-command.ts")).memoryCommand(rest[0], values, print);
    case "login":
      return (await import("./login-command.ts")).loginCommand(rest[0], print);
    default:
      process.stderr.write(`tgmem: there is no command \`${command}\`\n\n${usage}`);
      return 2;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function redisUrl(): string {
  return parseEnv(z.object(redisVariables), process.env).REDIS_URL;
}
