import { parseArgs } from "node:util";
import { inboundQueue, outboundQueue, summariesQueue } from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import { EnvError, parseEnv, redisVariables, withRedis } from "@tgmem/service";
import { z } from "zod";
import { enqueue } from "./enqueue.ts";
import { queueDepths } from "./queue-depths.ts";

const usage = `tgmem: look into and mend a running system

  tgmem enqueue "text" --user 42 [--chat=-100]  put a message on the inbound list, as if it came from Telegram
  tgmem queue                                  how much waits where
  tgmem login receiver|sender                  log in to Telegram (token, phone, or a session string), write the session file
  tgmem airtable check|create                  look whether the table in Airtable can serve, or make it or its missing columns
  tgmem memory move --from A --to B            write all summaries from one archive to another: airtable, or sqlite:FILE

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
        const queues = [inboundQueue, outboundQueue, summariesQueue].map(({ name }) => ({
          name,
          queue: redisQueue(redis, { name, schema: z.unknown() }),
        }));
        process.stdout.write(await queueDepths(queues));
        await Promise.all(queues.map(({ queue }) => queue.close()));
      });
      return 0;
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
