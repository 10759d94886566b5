import { join } from "node:path";
import { inspect } from "node:util";
import { startMtproxy, startSocks5, type TestProxy } from "@tgmem/testbed";
import { expect, it, onTestFinished } from "vitest";
import { soon, wire } from "../wire.kit.ts";
import type { TelegramEvent, TelegramProxy } from "./options.ts";

const { server, folder, connect, listen } = await wire();
const secret = "0123456789abcdef0123456789abcdef";
const login = { username: "anna", password: "hunter2" };
const { host, port } = server.endpoint;

async function through(started: Promise<TestProxy>): Promise<TestProxy> {
  const proxy = await started;
  onTestFinished(() => proxy.close());
  return proxy;
}

/** Receives a message and answers it. */
async function talk(proxy: TelegramProxy, name: string): Promise<void> {
  const telegram = await connect({ sessionFile: join(folder, name), proxy });
  const heard = listen(telegram);
  server.say("7001", `hello ${name}`);
  await expect.poll(() => heard.texts, soon).toContain(`hello ${name}`);
  const signal = AbortSignal.timeout(60_000);
  const message = { chatId: "7001", text: `Hi ${name}!`, entities: [] };
  await telegram.send({ ...message, randomId: BigInt(server.sent.length + 1) }, { signal });
  expect(server.sent.map(({ text }) => text)).toContain(`Hi ${name}!`);
  await heard.stop();
}

/** Tries to log in, and gives everything that is said of it, in all detail. */
async function failedThrough(proxy: TelegramProxy, name: string): Promise<string> {
  const events: TelegramEvent[] = [];
  const error: unknown = await connect({
    sessionFile: join(folder, name),
    proxy,
    startTimeoutMs: 2_000,
    onEvent: (event) => events.push(event),
  }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  return inspect([error, events], { depth: 20, showHidden: true });
}

it("receives and sends through a proxy of SOCKS 5, with a user or without", async () => {
  const open = await through(startSocks5());
  await talk({ type: "socks5", host: open.host, port: open.port }, "open");
  expect(new Set(open.asked)).toEqual(new Set([`${host}:${port}`]));
  const closed = await through(startSocks5(login));
  await talk({ type: "socks5", host: closed.host, port: closed.port, ...login }, "closed");
  expect(new Set(closed.asked)).toEqual(new Set([`${host}:${port}`]));
});

it.each([secret, `dd${secret}`])(
  "receives and sends through an MTProxy with the secret %s",
  async (given) => {
    const proxy = await through(startMtproxy({ host, port }, secret));
    const at = { host: proxy.host, port: proxy.port };
    await talk({ type: "mtproxy", ...at, secret: given }, `mtproxy${given.length}`);
    expect(proxy.asked.length).toBeGreaterThan(0);
    expect(proxy.asked).not.toContain("refused");
  },
);

it("connects again through the proxy after that was away", async () => {
  const proxy = await through(startSocks5());
  const at = { host: proxy.host, port: proxy.port };
  const telegram = await connect({
    sessionFile: join(folder, "again"),
    proxy: { type: "socks5", ...at },
  });
  const heard = listen(telegram);
  const before = proxy.asked.length;
  server.faults.dropConnections();
  server.say("7002", "are you there?");
  await expect.poll(() => heard.texts, soon).toContain("are you there?");
  expect(proxy.asked.length).toBeGreaterThan(before);
  await heard.stop();
});

it("says which proxy gives no connection, and nothing of its user, password or secret", async () => {
  const socks = await through(startSocks5(login));
  const mtproxy = await through(startMtproxy({ host, port }, secret));
  const wrong = { username: "anna", password: "hunter3" };
  const at = { host: socks.host, port: socks.port };
  const refused = await failedThrough({ type: "socks5", ...at, ...wrong }, "refused");
  expect(socks.asked).toContain("refused");
  expect(refused).toContain(`The proxy ${at.host}:${at.port} gives no connection`);
  const other = "f".repeat(32);
  const deaf = { host: mtproxy.host, port: mtproxy.port, secret: other };
  const unknown = await failedThrough({ type: "mtproxy", ...deaf }, "unknown");
  const nobody = { host: "127.0.0.1", port: 1, ...wrong };
  const away = await failedThrough({ type: "socks5", ...nobody }, "away");
  expect(away).toContain("The proxy 127.0.0.1:1 gives no connection");
  for (const said of [refused, unknown, away]) expect(said).not.toMatch(/anna|hunter3|f{32}/u);
});
