import { expect, it } from "vitest";
import { z } from "zod";
import { EnvError, parseEnv } from "../env.ts";
import { proxyVariable } from "./proxy.ts";

const schema = z.object({ PROXY: proxyVariable });
const secret = "0123456789abcdef0123456789abcdef";
const proxiesOf = (PROXY: string) => parseEnv(schema, { PROXY }).PROXY;
const at = { host: "10.0.0.1", port: 1080 };

it.each([
  ["socks5://10.0.0.1:1080", { telegram: { type: "socks5", ...at } }],
  [
    "socks5h://anna:p%40ss%2C@10.0.0.1:1080",
    { telegram: { type: "socks5", ...at, username: "anna", password: "p@ss," } },
  ],
  [
    "https://t.me/socks?server=10.0.0.1&port=1080&user=anna&pass=p",
    { telegram: { type: "socks5", ...at, username: "anna", password: "p" } },
  ],
  ["socks5://[::1]:1080", { telegram: { type: "socks5", host: "::1", port: 1080 } }],
  [`mtproxy://${secret}@10.0.0.1:1080`, { telegram: { type: "mtproxy", ...at, secret } }],
  [
    `tg://proxy?server=10.0.0.1&port=1080&secret=dd${secret}`,
    { telegram: { type: "mtproxy", ...at, secret: `dd${secret}` } },
  ],
  [
    `https://t.me/proxy?server=10.0.0.1&port=1080&secret=${Buffer.from(secret, "hex").toString("base64url")}`,
    { telegram: { type: "mtproxy", ...at, secret } },
  ],
  ["http://anna:p@proxy.test:3128", { model: "http://anna:p@proxy.test:3128/" }],
  [
    "socks5://10.0.0.1:1080, https://proxy.test",
    { telegram: { type: "socks5", ...at }, model: "https://proxy.test/" },
  ],
])("takes %s for whom it is", (value, proxies) => {
  expect(proxiesOf(value)).toEqual(proxies);
});

it("talks to everybody directly unless it is set", () => {
  expect(proxiesOf("")).toBeUndefined();
});

it.each([
  "hunter2",
  "ftp://anna:hunter2@proxy.test",
  "socks5://anna:hunter2@proxy.test",
  "mtproxy://hunter2@proxy.test:443",
  "tg://login?token=hunter2",
  "socks5://anna:hunter2@a.test:1, mtproxy://0123456789abcdef0123456789abcdef@b.test:2",
  `mtproxy://ee${secret}68756e746572322e636f6d@proxy.test:443`,
])("refuses %s with one sentence that tells none of it", (value) => {
  try {
    proxiesOf(value);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    expect(error.problems).toHaveLength(1);
    expect(error.message).toMatch(/^PROXY is wrong: expected /u);
    expect(error.message).not.toMatch(/hunter2|0123|test/u);
  }
});
