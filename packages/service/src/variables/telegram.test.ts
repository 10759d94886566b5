import { generateKeyPairSync } from "node:crypto";
import { expect, it } from "vitest";
import { z } from "zod";
import { EnvError, parseEnv } from "../env.ts";
import { telegramVariables, telegramOptions, wholeServer } from "./telegram.ts";

const schema = z.object(telegramVariables).refine(...wholeServer);
const required = { TELEGRAM_API_ID: "1", TELEGRAM_API_HASH: "hash" };
const pem = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .publicKey.export({ type: "pkcs1", format: "pem" })
  .toString()
  .trim();
const own = { TELEGRAM_SERVER: "127.0.0.1:4430", TELEGRAM_SERVER_KEY: pem };

const optionsFrom = (source: Record<string, string>) =>
  telegramOptions(parseEnv(schema, { ...required, ...source }));

function problems(source: Record<string, string>): readonly string[] {
  try {
    parseEnv(schema, { ...required, ...source });
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
  }
  return [];
}

it("talks to Telegram's own servers unless another one is named", () => {
  expect(optionsFrom({})).toEqual({
    apiId: 1,
    apiHash: "hash",
    startTimeoutMs: 60_000,
    callTimeoutMs: 30_000,
    pollMs: 60_000,
    answerTimeoutMs: 15_000,
  });
});

it("names a server of one's own by its address and its key, as PEM or on one line", () => {
  expect(optionsFrom(own)).toMatchObject({
    server: { host: "127.0.0.1", port: 4430, publicKey: pem },
  });
  expect(optionsFrom({ ...own, TELEGRAM_SERVER: "[::1]:4430" })).toMatchObject({
    server: { host: "::1", port: 4430 },
  });
  const line = pem.split("\n").slice(1, -1).join("");
  expect(optionsFrom({ ...own, TELEGRAM_SERVER_KEY: line })).toMatchObject({
    server: { publicKey: line },
  });
});

it("refuses an address without a key, a key without an address, and what is neither", () => {
  const { TELEGRAM_SERVER, TELEGRAM_SERVER_KEY } = own;
  for (const half of [{ TELEGRAM_SERVER }, { TELEGRAM_SERVER_KEY }])
    expect(problems(half)).toEqual([expect.stringContaining("give both, or neither")]);
  expect(problems({ TELEGRAM_SERVER: "example.org", TELEGRAM_SERVER_KEY: "secret" })).toEqual([
    expect.stringContaining("TELEGRAM_SERVER is wrong: expected host:port"),
    expect.stringContaining("TELEGRAM_SERVER_KEY is wrong: expected PEM"),
  ]);
});
