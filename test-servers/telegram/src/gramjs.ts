import { createPublicKey } from "node:crypto";
import { _serverKeys as serverKeys } from "telegram/crypto/RSA.js";
import { PromisedNetSockets } from "telegram/extensions/index.js";
import { returnBigInt } from "telegram/Helpers.js";
import { fingerprintOf } from "./mtproto/rsa-key.ts";
import type { TelegramServer } from "./telegram-server.ts";

/**
 * Options of a GramJS `TelegramClient` that make it talk to this server instead of Telegram. From then on this process
 * trusts the server's key.
 */
export function gramjsOptions(endpoint: TelegramServer["endpoint"]): {
  readonly networkSocket: typeof PromisedNetSockets;
} {
  trust(endpoint);
  return {
    networkSocket: class extends PromisedNetSockets {
      override async connect(): Promise<this> {
        await super.connect(endpoint.port, endpoint.host);
        return this;
      }
    },
  };
}

function trust({ publicKey }: TelegramServer["endpoint"]): void {
  const { n = "", e = "" } = createPublicKey(publicKey).export({ format: "jwk" });
  const [modulus, exponent] = [Buffer.from(n, "base64url"), Buffer.from(e, "base64url")];
  serverKeys.set(fingerprintOf(modulus, exponent).toString(), {
    n: returnBigInt(BigInt(`0x${modulus.toString("hex")}`)),
    e: exponent.readUIntBE(0, exponent.length),
  });
}
