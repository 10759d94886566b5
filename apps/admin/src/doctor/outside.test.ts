import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { tokenFinding } from "./engine.ts";
import { lookAtModel } from "./services.ts";
import { lookAtSessions, whitelistFinding } from "./telegram.ts";

const dayMs = 86_400_000;
const tokenUntil = (ms: number) =>
  `head.${Buffer.from(JSON.stringify({ exp: ms / 1_000 })).toString("base64url")}.sign`;

it.each([
  [31, "ok", "ends in 31 days"],
  [29, "warning", "ends in 29 days"],
  [-1, "ill", "has ended"],
])("a token of the engine with %d days left is %s", (days, state, words) => {
  const now = 1_764_000_000_000;
  const finding = tokenFinding(tokenUntil(now + days * dayMs), now);
  expect(finding).toMatchObject({ state, found: expect.stringContaining(words) });
  expect(finding.remedy === undefined).toBe(state === "ok");
});

it.each(["", "abc", "a.b.c", "a.e30.c"])(
  "%j is no token of the engine, and is not told",
  (token) => {
    expect(tokenFinding(token, 0)).toMatchObject({
      state: "ill",
      found: "HATCHET_CLIENT_TOKEN is no token of the engine",
    });
  },
);

it("finds log-ins that are missing, that others may read, and one that is there twice", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-doctor-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [receiver, sender] = [join(folder, "receiver"), join(folder, "sender")];
  const env = { TELEGRAM_SESSION: receiver, TELEGRAM_SENDER_SESSION: sender };
  const states = async (given = {}) =>
    (await lookAtSessions({ ...env, ...given })).map(({ state, remedy }) => [state, remedy]);

  expect(await states()).toEqual([
    ["ill", "tgmem login receiver"],
    ["ill", "tgmem login sender"],
  ]);
  expect(await states({ TELEGRAM_BOT_TOKEN: "1:a" })).toEqual([
    ["ok", undefined],
    ["ok", undefined],
  ]);
  await writeFile(receiver, "a", { mode: 0o600 });
  await writeFile(sender, "b");
  await chmod(sender, 0o644);
  expect(await states()).toEqual([
    ["ok", undefined],
    ["ill", `chmod 600 ${sender}`],
  ]);
  await writeFile(sender, "a");
  expect(await states()).toEqual([["ill", expect.stringContaining("tgmem login sender")]]);
});

it.each([
  ["42, -100123", {}, "ok", "2 ids"],
  ["", {}, "warning", "everybody may talk to the bot, at your cost"],
  ["", { data: "folder" }, "ok", "none: the operator is asked about everybody"],
  ["42 +43", {}, "ill", "WHITELIST_USER holds 1 entry that can match nobody"],
])("a whitelist of %j, in %j, is %s", (WHITELIST_USER, where, state, found) => {
  expect(whitelistFinding({ WHITELIST_USER }, where)).toMatchObject({ state, found });
});

it("asks the provider whether it knows the key, and never tells the key", async () => {
  let status = 200;
  const asked: unknown[] = [];
  const server = createServer(({ url, headers: { authorization } }, response) => {
    asked.push([url, authorization]);
    response.writeHead(status).end("{}");
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const env = { OPENROUTER_BASE_URL: `http://127.0.0.1:${port}/v1`, OPEN_ROUTER_API_KEY: "secret" };
  expect(await lookAtModel(env)).toMatchObject([
    { name: "model", state: "ok" },
    { name: "clock", state: "ok" },
  ]);
  expect(asked).toEqual([["/v1/models", "Bearer secret"]]);
  status = 401;
  const refused = await lookAtModel(env);
  expect(refused[0]).toMatchObject({ state: "ill", found: "the provider answered 401" });
  expect(JSON.stringify(refused)).not.toContain("secret");
  expect(await lookAtModel({ ...env, OPENROUTER_BASE_URL: "http://127.0.0.1:1" })).toMatchObject([
    { state: "ill", found: "the provider does not answer" },
  ]);
});
