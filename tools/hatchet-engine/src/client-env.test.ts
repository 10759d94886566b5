import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { clientEnv, formatEnv, keptToken, writeClientEnv } from "./client-env.ts";

const dayS = 86_400;
const tokenUntil = (seconds: number) =>
  `h.${Buffer.from(JSON.stringify({ exp: seconds })).toString("base64url")}.s`;

async function temporaryFile(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "tgmem-env-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  return join(dir, "client.env");
}

it("is four lines for a .env file", () => {
  expect(formatEnv(clientEnv("t", { grpc: 7077, http: 8888 }))).toBe(
    "HATCHET_CLIENT_TOKEN=t\nHATCHET_CLIENT_TLS_STRATEGY=none\nHATCHET_CLIENT_HOST_PORT=127.0.0.1:7077\nHATCHET_CLIENT_API_URL=http://127.0.0.1:8888\n",
  );
});

it("is written for its owner only", async () => {
  const file = await temporaryFile();
  await writeClientEnv(file, clientEnv("t", { grpc: 1, http: 2 }));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it("keeps the token of an earlier start while it lasts another month", async () => {
  const file = await temporaryFile();
  const token = tokenUntil(100 * dayS);
  await writeClientEnv(file, clientEnv(token, { grpc: 1, http: 2 }));
  expect(await keptToken(file, 69 * dayS * 1_000)).toBe(token);
  expect(await keptToken(file, 71 * dayS * 1_000)).toBeNull();
});

it("has no kept token without a file, or with one that is no token", async () => {
  const file = await temporaryFile();
  expect(await keptToken(file)).toBeNull();
  await writeClientEnv(file, clientEnv("nonsense", { grpc: 1, http: 2 }));
  expect(await keptToken(file)).toBeNull();
});
