import { isOpenRouter } from "@tgmem/llm";
import { modelVariables, parseEnv, proxiedFetch } from "@tgmem/service";
import { z } from "zod";
import { checkTable } from "../airtable/table-report.ts";
import type { Env } from "../terminal/terminal.ts";
import { clockOfAnswer } from "./clock.ts";
import type { Finding } from "./finding.ts";

/** Looks whether the table in Airtable can serve. */
export async function airtableFinding(
  env: Env,
  { data }: { readonly data?: string | undefined },
): Promise<Finding> {
  const name = "airtable";
  const without =
    data === undefined ? "there is no long-term memory" : "the folder keeps summaries";
  if (!env["AIRTABLE_PAT"]?.trim())
    return { name, state: "off", found: `no AIRTABLE_PAT: ${without}` };
  const found = await checkTable(env, false);
  return { name, state: "ok", found: found.replaceAll("\n", " ") };
}

const timeoutMs = 10_000;

/** Looks whether the provider of the models knows the key, and at its clock. It asks no model, and costs nothing. */
export async function lookAtModel(env: Env): Promise<readonly Finding[]> {
  const given = parseEnv(z.object(modelVariables), env);
  const name = "model";
  const key = given.OPEN_ROUTER_API_KEY ?? given.OPENROUTER_API_KEY;
  const atOpenRouter = isOpenRouter(given.OPENROUTER_BASE_URL);
  if (!key && atOpenRouter)
    return [
      {
        name,
        state: "warning",
        found: "no OPEN_ROUTER_API_KEY: an offline model answers",
        remedy: "Set OPEN_ROUTER_API_KEY.",
      },
    ];
  // Whoever lists models asks for no key at OpenRouter.
  const url = `${given.OPENROUTER_BASE_URL.replace(/\/$/u, "")}/${atOpenRouter ? "key" : "models"}`;
  const beforeMs = Date.now();
  const ask = given.PROXY?.model === undefined ? fetch : proxiedFetch(given.PROXY.model);
  const response = await ask(url, {
    headers: key ? { authorization: `Bearer ${key}` } : {},
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => undefined);
  if (!response)
    return [
      {
        name,
        state: "ill",
        found: "the provider does not answer",
        remedy: "Check OPENROUTER_BASE_URL, and the way to it (PROXY).",
      },
    ];
  const asked = { beforeMs, afterMs: Date.now() };
  await response.body?.cancel();
  const model: Finding = response.ok
    ? { name, state: "ok", found: "the provider answers, and knows the key" }
    : {
        name,
        state: "ill",
        found: `the provider answered ${response.status}`,
        remedy:
          response.status === 402
            ? "Add credit to the account of OPEN_ROUTER_API_KEY."
            : "Check OPEN_ROUTER_API_KEY and OPENROUTER_BASE_URL.",
      };
  return [model, ...clockOfAnswer("the provider of the models", response.headers, asked)];
}
