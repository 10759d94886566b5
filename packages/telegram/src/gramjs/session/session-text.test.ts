import * as fc from "fast-check";
import { StringSession } from "telegram/sessions/index.js";
import { expect, it } from "vitest";
import { isSameLogin, loginFromText } from "./session-text.ts";

const key = Buffer.alloc(256, 7);
const text = (head: Buffer, of = key) => `1${Buffer.concat([head, of]).toString("base64")}`;
const telethon = text(Buffer.from([2, 149, 154, 167, 50, 1, 187]));
const telethonIpv6 = text(
  Buffer.concat([
    Buffer.from([2]),
    Buffer.from("2001067c04e8f002000000000000000a", "hex"),
    Buffer.from([1, 187]),
  ]),
);
const gramjs = text(
  Buffer.concat([Buffer.from([2, 0, 14]), Buffer.from("149.154.167.50"), Buffer.from([1, 187])]),
);

it("reads what GramJS has written", () => {
  const login = loginFromText(` ${gramjs}\n`);
  expect(login).toBe(gramjs);
  expect(new StringSession(login)).toMatchObject({
    dcId: 2,
    serverAddress: "149.154.167.50",
    port: 443,
  });
});

it("reads what Telethon has written, also in its own alphabet", () => {
  expect(telethon).toHaveLength(353);
  expect(loginFromText(telethon)).toBe(gramjs);
  expect(loginFromText(telethon.replaceAll("+", "-").replaceAll("/", "_"))).toBe(gramjs);
  expect(new StringSession(loginFromText(telethonIpv6))).toMatchObject({
    dcId: 2,
    serverAddress: "2001:67c:4e8:f002:0:0:0:a",
  });
});

it("refuses everything else with a plain sentence that does not quote it", () => {
  const cut = fc
    .tuple(fc.constantFrom(gramjs, telethon, telethonIpv6), fc.nat())
    .map(([whole, at]) => whole.slice(0, at % (whole.length - 3)));
  fc.assert(
    fc.property(
      fc.oneof(
        cut,
        fc.string(),
        fc.base64String().map((rest) => `1${rest}`),
      ),
      (wrong) => {
        expect(() => loginFromText(wrong)).toThrow(
          expect.objectContaining({
            code: "login_refused",
            message: expect.stringMatching(/^That is no session string of GramJS or Telethon/),
          }),
        );
      },
    ),
    { examples: [[gramjs.slice(0, -16)], [telethonIpv6.slice(0, -16)]], numRuns: 1_000 },
  );
});

it("tells one log-in from another, whoever wrote it", () => {
  expect(isSameLogin(telethon, gramjs)).toBe(true);
  expect(isSameLogin(gramjs, text(Buffer.from([2, 1, 1, 1, 1, 1, 1]), Buffer.alloc(256, 8)))).toBe(
    false,
  );
  expect(isSameLogin("", gramjs)).toBe(false);
});
