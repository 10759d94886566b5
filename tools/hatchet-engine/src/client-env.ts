import { readFile, writeFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import type { EnginePorts } from "./settings.ts";

/** The variables that a process needs to reach the engine. */
export type ClientEnv = Readonly<
  Record<
    | "HATCHET_CLIENT_TOKEN"
    | "HATCHET_CLIENT_TLS_STRATEGY"
    | "HATCHET_CLIENT_HOST_PORT"
    | "HATCHET_CLIENT_API_URL",
    string
  >
>;

/** Makes the variables for an engine on this machine. */
export function clientEnv(token: string, ports: Pick<EnginePorts, "grpc" | "http">): ClientEnv {
  return {
    HATCHET_CLIENT_TOKEN: token,
    HATCHET_CLIENT_TLS_STRATEGY: "none",
    HATCHET_CLIENT_HOST_PORT: `127.0.0.1:${ports.grpc}`,
    HATCHET_CLIENT_API_URL: `http://127.0.0.1:${ports.http}`,
  };
}

/** Formats variables as the lines of a .env file. */
export const formatEnv = (env: Readonly<Record<string, string>>): string =>
  Object.entries(env)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");

/** Writes the variables for their owner only: the token opens the engine. */
export async function writeClientEnv(file: string, env: ClientEnv): Promise<void> {
  await writeFile(file, formatEnv(env), { mode: 0o600 });
}

/** Reads the token of an earlier start; null when there is none that lasts another month. */
export async function keptToken(file: string, now = Date.now()): Promise<string | null> {
  const text = await readFile(file, "utf8").catch(() => "");
  const token = parseEnv(text)["HATCHET_CLIENT_TOKEN"];
  if (token === undefined) return null;
  return expiryMs(token) > now + 30 * 24 * 3_600_000 ? token : null;
}

function expiryMs(token: string): number {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(token.split(".")[1] ?? "", "base64url").toString(),
    );
    return typeof claims === "object" && claims !== null && "exp" in claims
      ? Number(claims.exp) * 1_000
      : 0;
  } catch {
    return 0;
  }
}
