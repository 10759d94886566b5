import type { TelegramProxy } from "@tgmem/telegram/gramjs";
import { z } from "zod";

/** The proxies that are set; who is not named is talked to directly. */
interface Proxies {
  readonly telegram?: TelegramProxy;
  /** The URL of a proxy for HTTP, with user and password. */
  readonly model?: string;
}

const expected =
  "expected socks5://user:password@host:port, mtproxy://secret@host:port or an MTProxy link for Telegram, http://host:port for the model, or one of each, separated by a comma";
const fakeTls =
  "expected an MTProxy whose secret has 16 bytes: one that begins with ee (fake TLS) is not supported";

/** The proxies on the way to Telegram and to the model; the kind of an address says whom it is for. */
export const proxyVariable = z
  .string()
  .transform((value, { issues }): Proxies => {
    let proxies: Proxies = {};
    for (const address of value.split(/[\s,]+/u).filter(Boolean)) {
      const one = proxyAt(address);
      const isSecond = typeof one === "object" && Object.keys(one).some((side) => side in proxies);
      if (typeof one === "object" && !isSecond) proxies = { ...proxies, ...one };
      else {
        const message = typeof one === "string" ? one : expected;
        // The value is a secret, and stays out of what is said.
        issues.push({ code: "custom", message, input: "" });
      }
    }
    return proxies;
  })
  .optional()
  .meta({
    description:
      "proxies: socks5://… or an MTProxy link is for Telegram, http(s)://… for the model; one of each, by a comma",
    secret: true,
  });

function proxyAt(address: string): Proxies | string {
  const url = URL.parse(address);
  if (!url) return expected;
  const { protocol, hostname, pathname } = url;
  const isLink =
    (protocol === "tg:" && hostname !== "") || /^(?:t|telegram)\.(?:me|dog)$/u.test(hostname);
  if (isLink) return linked(protocol === "tg:" ? hostname : pathname.slice(1), url.searchParams);
  const username = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  const at = { host: hostname.replaceAll(/[[\]]/gu, ""), port: Number(url.port) };
  if (/^https?:$/u.test(protocol)) return { model: url.href };
  if (/^socks(?:5h?)?:$/u.test(protocol)) return socks({ ...at, username, password });
  return protocol === "mtproxy:" ? mtproxy({ ...at, secret: username }) : expected;
}

/** Telegram's own links, as its apps share them: tg://proxy?server=…&port=…&secret=…, https://t.me/socks?server=… */
function linked(kind: string, query: URLSearchParams): Proxies | string {
  const given = (name: string) => query.get(name) ?? "";
  const at = { host: given("server"), port: Number(given("port")) };
  if (kind === "socks") return socks({ ...at, username: given("user"), password: given("pass") });
  return kind === "proxy" ? mtproxy({ ...at, secret: given("secret") }) : expected;
}

interface Address {
  readonly host: string;
  readonly port: number;
}

const isAddress = ({ host, port }: Address) =>
  host !== "" && Number.isInteger(port) && port > 0 && port < 65_536;

function socks({
  username,
  password,
  ...at
}: Address & { readonly username: string; readonly password: string }): Proxies | string {
  if (!isAddress(at)) return expected;
  return { telegram: { type: "socks5", ...at, ...(username !== "" && { username, password }) } };
}

function mtproxy({ secret, ...at }: Address & { readonly secret: string }): Proxies | string {
  if (!isAddress(at)) return expected;
  const isHex = /^(?:[\da-f]{2})+$/iu.test(secret);
  const bytes = Buffer.from(secret, isHex ? "hex" : "base64url");
  if (bytes[0] === 0xee && bytes.length > 16) return fakeTls;
  const isWhole = bytes.length === 16 || (bytes.length === 17 && bytes[0] === 0xdd);
  return isWhole
    ? { telegram: { type: "mtproxy", ...at, secret: bytes.toString("hex") } }
    : expected;
}
