import { chmod, readdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { operatorChannel } from "@tgmem/contracts";
import { filesOf } from "@tgmem/folder";
import { openRecords } from "@tgmem/records";
import { linesChannel } from "@tgmem/service";
import { ownRedis } from "@tgmem/testbed";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { tgmem } from "../commands/tgmem.kit.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { fillDemo } from "../ui/demo.kit.ts";
import { serveUi } from "../ui/serve.ts";
import { botFolder } from "./folder.kit.ts";
import { withSystem } from "./open-system.ts";

const env = { TELEGRAM_API_ID: "1", TELEGRAM_API_HASH: "hash", TELEGRAM_BOT_TOKEN: "1:a" };
const inFolder = (data: string, args: readonly string[], given: Partial<Terminal> = {}) =>
  tgmem(["--data", data, ...args], { env, ...given });

/** Leaves out what differs by a moment, or by what each of them is. */
const withoutTimes = (text: string) =>
  text
    .replaceAll(/20\d\d-\S+ [\d:]+|\b\d+ s\b|AtMs": \d+/gu, "")
    .replaceAll(/(0\.\d{4})\d+/gu, "$1")
    // A folder always has an archive.
    .replace("archive: erased\n", "");

async function newFolder(): Promise<string> {
  const { data, remove } = await botFolder();
  onTestFinished(remove);
  return data;
}

describe("beside the same in a Redis", async () => {
  const server = await ownRedis();
  const { data, remove } = await botFolder();
  beforeAll(async () => {
    if (server.missing) return;
    const nowMs = Date.now();
    await withSystem({ REDIS_URL: server.url }, (system) => fillDemo(system, nowMs));
    await withSystem({}, (system) => fillDemo(system, nowMs), { data });
  });
  afterAll(async () => {
    await remove();
    await server.stop();
  });

  it.each([
    ["queue"],
    ["dead", "list", "inbound"],
    ["dead", "show", "inbound", "1", "--body"],
    ["lane", "show", "inbound", "chat:51", "--body"],
    ["lane", "cancel", "inbound", "chat:53", "tg:7:53:1"],
    ["chats"],
    ["memory", "show", "42"],
    ["memory", "export", "43"],
    ["memory", "correct", "44", "Cats."],
    ["cost", "--by", "person"],
    ["pause", "inbound"],
    ["pause", "42"],
    ["paused"],
    ["resume", "42"],
    ["dead", "replay", "inbound", "2"],
    ["dead", "drop", "inbound", "all", "--yes"],
    ["people", "block", "43"],
    ["people", "list"],
    ["people", "revoke", "43"],
    ["memory", "forget", "42", "--yes"],
    ["chats"],
  ])("%s %s answers the same", async (...args) => {
    if (server.missing) return;
    const [here, there] = await Promise.all([
      inFolder(data, args, { env: { ...env, WHITELIST_USER: "42" } }),
      tgmem(args, { env: { REDIS_URL: server.url } }),
    ]);
    expect(withoutTimes(here.stdout)).toBe(withoutTimes(there.stdout));
    expect(here.code).toBe(there.code);
  });
});

it("tells what a folder holds, and that its bot does not run", async () => {
  const { stdout } = await inFolder(await newFolder(), ["status"]);
  expect(stdout).toMatch(/UTC {3}SQLite 3\.\S+, 0\.\d MB of \d/u);
  expect(stdout).toMatch(/^bot +not running$/mu);
  expect(stdout).not.toContain("receiver");
});

it("serves the page of a folder", async () => {
  const data = await newFolder();
  await withSystem(
    {},
    async (system) => {
      const ui = await serveUi({ system, now: Date.now }, { host: "127.0.0.1", port: 0 });
      onTestFinished(() => ui.close());
      const opened = await fetch(ui.url, { redirect: "manual" });
      const cookie = opened.headers.get("set-cookie") ?? "";
      for (const path of ["/", "/processes", "/chats", "/chats/42", "/cost", "/dead/inbound"]) {
        const answer = await fetch(new URL(path, ui.url), { headers: { cookie } });
        expect(answer.status).toBe(200);
        const text = await answer.text();
        if (path === "/") expect(text).toContain("No bot is running");
        expect(text).not.toMatch(/Redis|AIRTABLE/u);
      }
    },
    { data },
  );
});

it("says of what is not the folder of a bot that it is none, and makes nothing there", async () => {
  const data = await newFolder();
  const other = join(data, "other");
  await expect(inFolder(other, ["status"])).rejects.toThrow(
    `There is no folder ${other}: name that of pnpm bot.`,
  );
  await writeFile(other, "");
  await expect(inFolder(other, ["status"])).rejects.toThrow(
    `${other} is not the folder of a bot, which pnpm bot makes: name that.`,
  );
  await expect(inFolder(join(data, ".."), ["queue"])).rejects.toThrow("is not the folder of a bot");
});

it("says which file is damaged, and what to do", async () => {
  for (const file of ["records", "lists", "memory"] as const) {
    const data = await newFolder();
    await writeFile(filesOf(data)[file], "no database ".repeat(1_000));
    await expect(inFolder(data, ["queue"])).rejects.toThrow(/is damaged.* copy/u);
  }
});

it("leaves the folder of a newer release alone", async () => {
  for (const [file, sql] of [
    ["records", "PRAGMA user_version = 99"],
    ["lists", "UPDATE tgmem_queue_version SET version = 99"],
  ] as const) {
    const data = await newFolder();
    const db = new DatabaseSync(filesOf(data)[file]);
    db.exec(sql);
    db.close();
    await expect(inFolder(data, ["queue"])).rejects.toThrow(/newer release.*: update/u);
  }
});

it("says that the folder is its own backup", async () => {
  const data = await newFolder();
  for (const command of ["backup", "restore"])
    await expect(inFolder(data, [command, join(data, "file")])).rejects.toThrow(
      "A copy of the folder is its backup: stop the bot, copy the folder",
    );
  expect(await readdir(data)).not.toContain("file");
});

it("enqueue --wait prints what the bot tells, and tail what it logs", async () => {
  const data = await newFolder();
  const bot = openRecords(filesOf(data).records, { scripts: new Map() });
  onTestFinished(() => bot.close());
  const isHeard = (channel: string) =>
    expect.poll(() => bot.pubsub("NUMSUB", channel)).toEqual([channel, 1]);

  const asked = inFolder(data, ["enqueue", "hello", "--user", "42", "--wait", "--json"]);
  await isHeard(operatorChannel);
  const { id } = await withSystem(
    {},
    async ({ list }) => {
      const peeked = () => list("inbound").peek("chat:42", { limit: 1 });
      await expect.poll(peeked).toHaveLength(1);
      return (await peeked())[0] ?? { id: "" };
    },
    { data },
  );
  await bot.publish(operatorChannel, JSON.stringify({ v: 1, id, text: "Hello to you." }));
  expect((await asked).stdout).toBe(`${JSON.stringify({ id, answer: "Hello to you." })}\n`);

  const stopped = new AbortController();
  let printed = "";
  const print = (line: string) => void (printed += line);
  const followed = inFolder(data, ["tail"], { print, signal: stopped.signal });
  await isHeard(linesChannel);
  await bot.publish(linesChannel, JSON.stringify({ time: 1, app: "bot", msg: "sent" }));
  await expect.poll(() => printed).toContain("sent");
  stopped.abort();
  expect(await followed).toMatchObject({ code: 0 });
  expect((await readdir(data)).filter((name) => name.includes("@"))).toEqual([]);
});

it("doctor looks at the folder, and leaves out what is not there", async () => {
  const data = await newFolder();
  const well = await inFolder(data, ["doctor"]);
  for (const line of [
    "ok       folder: for its owner alone",
    "ok       files: whole",
    "ok       inbound: whole",
    "ok       log-in: it will be made by the bot's token",
    "ok       whitelist: none: the operator is asked about everybody",
    "off      airtable: no AIRTABLE_PAT: the folder keeps summaries",
  ])
    expect(well.stdout).toContain(line);
  expect(well.stdout).toMatch(/^ok {7}disk: 0 MB used, \d+ MB free$/mu);
  expect(well.stdout).not.toMatch(/redis|engine|receiver/iu);
  expect(well.code).toBe(0);

  await chmod(data, 0o755);
  await writeFile(filesOf(data).session, "session", { mode: 0o644 });
  await truncate(filesOf(data).memory, 5_000);
  const { code, stdout } = await inFolder(data, ["doctor"]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^ill {6}folder: .* 755\n +→ chmod 700 /mu);
  expect(stdout).toMatch(/^ill {6}log-in: .* 644\n +→ chmod 600 /mu);
  expect(stdout).toMatch(/^ill {6}files: damaged: .*memory\.sqlite\n/mu);
});
