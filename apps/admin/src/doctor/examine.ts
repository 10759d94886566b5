import { withDeadline } from "@tgmem/service";
import { withSystem } from "../system/open-system.ts";
import { lookAtEngine } from "./engine.ts";
import type { Env } from "../terminal/terminal.ts";
import type { Check, Finding } from "./finding.ts";
import { lookAtLists } from "./lists.ts";
import { lookAtRedis } from "./redis.ts";
import { airtableFinding, lookAtModel } from "./services.ts";
import { lookAtSessions, whitelistFinding } from "./telegram.ts";

const deadlineMs = 60_000;

const checksOf = (env: Env): readonly Check[] => [
  {
    name: "redis",
    look: () =>
      withSystem(env, async (system) => [
        ...(await lookAtRedis(system.redis)),
        ...(await lookAtLists(system)),
      ]),
  },
  { name: "engine", look: () => lookAtEngine(env) },
  { name: "sessions", look: () => lookAtSessions(env) },
  { name: "whitelist", look: async () => [whitelistFinding(env)] },
  { name: "model", look: () => lookAtModel(env) },
  { name: "airtable", look: async () => [await airtableFinding(env)] },
];

/** Looks at everything that a bot needs, at once, and mends what a power loss left of the lists. Never rejects. */
export async function examine(
  env: Env,
  { signal }: { readonly signal: AbortSignal },
): Promise<readonly Finding[]> {
  const all = await Promise.all(
    checksOf(env).map(({ name, look }) =>
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
