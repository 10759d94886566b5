import { Workflows } from "@tgmem/contracts";
import { connectEngine, servedWorkflows } from "@tgmem/engine";
import { engineOptions, engineVariables, parseEnv } from "@tgmem/service";
import { z } from "zod";
import { jsonOf } from "../files/json-of.ts";
import type { Env } from "../terminal/terminal.ts";
import { clockOfAnswer } from "./clock.ts";
import type { Finding } from "./finding.ts";

const dayMs = 86_400_000;
const soonDays = 30;
const timeoutMs = 10_000;

/** Looks whether the engine answers, who works there, and how long its token holds. */
export async function lookAtEngine(env: Env, now = Date.now()): Promise<readonly Finding[]> {
  const given = parseEnv(z.object(engineVariables), env);
  const token = tokenFinding(given.HATCHET_CLIENT_TOKEN, now);
  if (token.state === "ill") return [token];
  const served = await servedWorkflows(
    connectEngine({ ...engineOptions(given), onLog: () => {} }),
  )();
  const missing = Object.values(Workflows).filter((workflow) => !served.has(workflow));
  const engine: Finding =
    missing.length === 0
      ? { name: "engine", state: "ok", found: "it answers, and workers are registered" }
      : {
          name: "engine",
          state: "ill",
          found: `it answers, and nobody works on ${missing.join(", ")}`,
          remedy: "Start the worker.",
        };
  const { server_url: claimed } = claimsOf(given.HATCHET_CLIENT_TOKEN) ?? {};
  return [token, engine, ...(await engineClock(given.HATCHET_CLIENT_API_URL ?? claimed))];
}

/** Looks at the clock by which the engine says that a worker is there. Whoever does not answer this has answered before. */
async function engineClock(apiUrl: string | undefined): Promise<readonly Finding[]> {
  if (apiUrl === undefined) return [];
  const beforeMs = Date.now();
  const answer = await fetch(new URL("/api/ready", apiUrl), {
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => undefined);
  await answer?.body?.cancel();
  return answer
    ? clockOfAnswer("the engine", answer.headers, { beforeMs, afterMs: Date.now() })
    : [];
}

const Claims = z.object({ exp: z.number(), server_url: z.url().optional().catch(undefined) });

/** Reads when a token of the engine ends. */
export function tokenFinding(token: string, now: number): Finding {
  const name = "token";
  const remedy = "Make a new one, and set HATCHET_CLIENT_TOKEN everywhere.";
  const claims = claimsOf(token);
  if (!claims)
    return { name, state: "ill", found: "HATCHET_CLIENT_TOKEN is no token of the engine", remedy };
  const days = Math.floor((claims.exp * 1_000 - now) / dayMs);
  if (days < 0) return { name, state: "ill", found: "the token of the engine has ended", remedy };
  const found = `the token of the engine ends in ${days} days`;
  return days < soonDays ? { name, state: "warning", found, remedy } : { name, state: "ok", found };
}

const claimsOf = (token: string): z.output<typeof Claims> | undefined =>
  Claims.safeParse(jsonOf(Buffer.from(token.split(".")[1] ?? "", "base64url").toString())).data;
