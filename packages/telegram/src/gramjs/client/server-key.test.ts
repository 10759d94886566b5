import { generateKeyPairSync } from "node:crypto";
import { expect, it } from "vitest";
import { wire } from "../wire.kit.ts";

const { server, connect } = await wire();
const { host, port, publicKey } = server.endpoint;

it("trusts the key of a server that is named, as PEM or as its base64", async () => {
  const body = publicKey.split("\n").slice(1, -2).join("");
  for (const key of [publicKey, body]) {
    const telegram = await connect({ server: { host, port, publicKey: key } });
    expect(telegram.account.id).toBe("999");
    await telegram.close();
  }
});

it.each([
  ["text", "not a key"],
  ["another form", generated(2048, "spki")],
  ["another size", generated(1024, "pkcs1")],
])("refuses as the server's key: %s", async (_, key) => {
  await expect(connect({ server: { host, port, publicKey: key } })).rejects.toMatchObject({
    code: "invalid_argument",
    retryable: false,
  });
});

function generated(modulusLength: number, type: "pkcs1" | "spki"): string {
  const { publicKey: key } = generateKeyPairSync("rsa", { modulusLength });
  return key.export({ type, format: "pem" }).toString();
}
