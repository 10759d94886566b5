import { withDeadline } from "@tgmem/service";
import { withSystem } from "../system/open-system.ts";
import { lookAtEngine } from "./engine.ts";
import type { Env } from "../terminal/terminal.ts";
import type { Check, Finding } from "./finding.ts";
import { lookAtFolder } from "./folder.ts";
import { lookAtLists } from "./lists.ts";
import { lookAtRedis } from "./redis.ts";
import { airtableFinding, lookAtModel } from "./services.ts";
import { lookAtLogIn, lookAtSessions, whitelistFinding } from "./telegram.ts";

const deadlineMs = 60_000;

/** A bot of several processes. */
const checksOnRedis = (env: Env): readonly Check[] => [
  {
    name: "redis",
    look: () =>
      withSystem(env, async (system) => [
        ...(system.server ? await lookAtRedis(system.server) : []),
        ...(await lookAtLists(system)),
      ]),
  },
  { name: "engine", look: () => lookAtEngine(env) },
  { name: "sessions", look: () => lookAtSessions(env) },
];

/** A bot in one process. */
const checksInFolder = (env: Env, data: string): readonly Check[] => [
  { name: "folder", look: async () => lookAtFolder(data) },
  { name: "lists", look: () => withSystem(env, lookAtLists, { data }) },
  { name: "log-in", look: async () => [await lookAtLogIn(env, data)] },
];

const checksOf = (env: Env, data: string | undefined): readonly Check[] => [
  ...(data === undefined ? checksOnRedis(env) : checksInFolder(env, data)),
  { name: "whitelist", look: async () => [whitelistFinding(env, { data })] },
  { name: "model", look: () => lookAtModel(env) },
  { name: "airtable", look: async () => [await airtableFinding(env, { data })] },
];

/** Looks at everything that a bot needs, at once, and mends what a power loss left of the lists. Never rejects. */
export async function examine(
  env: Env,
  { data, signal }: { readonly data?: string | undefined; readonly signal: AbortSignal },
): Promise<readonly Finding[]> {
  const all = await Promise.all(
    checksOf(env, data).map(({ name, look }) =>
      withDeadline(look(), {
        ms: deadlineMs,
        late: () => new Error("no answer in time"),
        signal,
      }).catch((error: unknown): readonly Finding[] => [
        { name, state: "ill", found: reasonOf(error) },
      ]),
    ),
  );
  return all.flat();
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, " ");
