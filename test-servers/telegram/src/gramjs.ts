import bigInt from "big-integer";
import { createHash } from "node:crypto";
import { _serverKeys as serverKeys } from "telegram/crypto/RSA.js";
import { PromisedNetSockets } from "telegram/extensions/index.js";
import type { TelegramServer } from "./start-telegram-server.ts";

/** Options for a GramJS client of your own: it talks to this server instead of Telegram. Its process trusts the server's key. */
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

function trust({ rsa }: TelegramServer["endpoint"]): void {
  const n = Buffer.from(rsa.n, "hex");
  const e = Buffer.from(rsa.e.toString(16).padStart(6, "0"), "hex");
  // TL byte strings of 256 and 3 bytes.
  const bytes = Buffer.concat([Buffer.from([254, 0, 1, 0]), n, Buffer.from([3]), e]);
  const fingerprint = createHash("sha1").update(bytes).digest().readBigInt64LE(12);
  serverKeys.set(fingerprint.toString(), { n: bigInt(rsa.n, 16), e: rsa.e });
}
