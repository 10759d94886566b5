import { ownRedis } from "@tgmem/testbed";
import { runProcess, startProcess } from "@tgmem/processes";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { tgmem } from "../commands/tgmem.kit.ts";
import { withSystem } from "../system/open-system.ts";
import { fillDemo } from "./demo.kit.ts";

let server: Awaited<ReturnType<typeof ownRedis>>;
beforeAll(async () => {
  server = await ownRedis();
});
beforeEach((context) => context.skip(server.missing, "no redis-server"));
afterAll(() => server.stop());

const main = new URL("../main.ts", import.meta.url);
const env = () => ({ REDIS_URL: server.url });

async function startUi() {
  const running = startProcess(main, { args: ["ui", "--port", "0"], env: env() });
  await running.says("Ctrl-C ends it.");
  const url = new URL(/http:\S+/.exec(running.output())?.[0] ?? "");
  const opened = await fetch(url, { redirect: "manual" });
  const cookie = opened.headers.get("set-cookie")?.split(";")[0] ?? "";
  const get = async (path: string) => {
    const answer = await fetch(new URL(path, url), { headers: { cookie } });
    return { status: answer.status, text: await answer.text() };
  };
  return { running, url, get };
}

it("prints its address and nothing of what is asked for there, and ends by Ctrl-C", async () => {
  await withSystem(env(), (system) => fillDemo(system, Date.now()));
  const { running, get, url } = await startUi();
  expect(url.hostname).toBe("127.0.0.1");
  expect((await get("/dead/inbound/1")).text).toContain("a secret wish");
  expect((await get("/chats/42")).text).toContain("Anna moved to Lisbon");
  expect((await get("/chats/nobody")).status).toBe(404);
  expect(await running.stop("SIGINT")).toBe(0);
  expect(running.printed).toEqual({
    stdout: `Open ${url.href}\nWho has this address may see and change everything. Ctrl-C ends it.\n`,
    stderr: "",
  });
});

it("prints an address that leads to it as JSON, too, and by the host that it was given", async () => {
  const stopped = new AbortController();
  const { promise, resolve } = Promise.withResolvers<string>();
  const served = tgmem(["ui", "--json", "--port", "0", "--host", "::1"], {
    env: env(),
    print: resolve,
    signal: stopped.signal,
  });
  const { url } = JSON.parse(await promise);
  expect(url).toMatch(/^http:\/\/\[::1\]:\d+\/\?token=/);
  expect((await fetch(url, { redirect: "manual" })).status).toBe(303);
  stopped.abort();
  await served;
});

it("says that Redis is away, and goes on when it is back", async () => {
  const { running, get } = await startUi();
  expect((await get("/")).status).toBe(200);
  await server.kill();
  const { status, text } = await get("/");
  expect(status).toBe(503);
  expect(text).toContain("Redis does not answer: check that it runs, and REDIS_URL.");
  await server.restart();
  await expect.poll(async () => (await get("/")).status).toBe(200);
  expect(await running.stop("SIGINT")).toBe(0);
});

it("says that its port is taken, and that one is none", async () => {
  const { running, url } = await startUi();
  const taken = await runProcess(main, { args: ["ui", "--port", url.port], env: env() });
  expect(taken).toMatchObject({ code: 1, stdout: "" });
  expect(taken.stderr).toBe(
    `tgmem: Cannot listen on 127.0.0.1:${url.port} (EADDRINUSE): give another one by --port.\n`,
  );
  await running.stop("SIGINT");
  const wrong = await runProcess(main, { args: ["ui", "--port", "many"], env: env() });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("'many' is invalid");
});
