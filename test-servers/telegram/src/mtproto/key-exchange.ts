import {
  constants,
  createDiffieHellman,
  type DiffieHellman,
  privateDecrypt,
  randomBytes,
} from "node:crypto";
import { createCodec } from "../tl/codec.ts";
import { bytes, type TlObject } from "../tl/fields.ts";
import { schemaOf } from "../tl/schema.ts";
import { dhGenerator, dhPrime, ige, padTo256, sha1, sha256, xor } from "./crypto.ts";
import type { RsaKey } from "./rsa-key.ts";

export interface AuthKey {
  readonly key: Buffer;
  readonly id: Buffer;
}

interface Step {
  readonly reply: TlObject;
  /** Comes with the last reply. */
  readonly authKey?: AuthKey;
}

// No layer changes these messages.
const { decode, encode } = createCodec(schemaOf(""));

let dh: DiffieHellman | undefined;

/**
 * The server's half, one for all exchanges: making it takes a quarter of a second, because Node proves the prime anew each
 * time. The secrets differ all the same, by the halves of the clients.
 */
function serverHalf(): DiffieHellman {
  if (dh) return dh;
  dh = createDiffieHellman(dhPrime, Buffer.from([dhGenerator]));
  dh.generateKeys();
  return dh;
}

// A small semiprime: the proof of work.
const pq = Buffer.from("17ed48941a08f981", "hex");

/**
 * The server's side of the exchange that makes an auth key, one a connection. One in 256 shared secrets starts with a
 * zero byte: GramJS hashes it unpadded, every correct client pads it. The wrong `padKey` fails one exchange in 256.
 */
export class KeyExchange {
  readonly #rsa: RsaKey;
  readonly #padKey: boolean;
  readonly #serverNonce = randomBytes(16);
  #nonce: Buffer | undefined;
  #newNonce: Buffer | undefined;

  constructor(rsa: RsaKey, { padKey }: { readonly padKey: boolean }) {
    this.#rsa = rsa;
    this.#padKey = padKey;
  }

  step(message: TlObject): Step {
    switch (message._) {
      case "req_pq_multi":
        this.#nonce = bytes(message, "nonce");
        return {
          reply: this.#reply("resPQ", {
            pq,
            server_public_key_fingerprints: [this.#rsa.fingerprint],
          }),
        };
      case "req_DH_params":
        return { reply: this.#offer(bytes(message, "encrypted_data")) };
      case "set_client_DH_params":
        return this.#finish(bytes(message, "encrypted_data"));
      default:
        throw new Error(`unexpected in a key exchange: ${message._}`);
    }
  }

  #reply(name: string, fields: Readonly<Record<string, unknown>>): TlObject {
    return { _: name, nonce: this.#nonce, server_nonce: this.#serverNonce, ...fields };
  }

  #offer(encrypted: Buffer): TlObject {
    this.#newNonce = bytes(decode(openRsaPad(this.#rsa, encrypted)), "new_nonce");
    const publicKey = padTo256(serverHalf().getPublicKey());
    const time = Math.floor(Date.now() / 1000);
    const fields = { g: dhGenerator, dh_prime: dhPrime, g_a: publicKey, server_time: time };
    const inner = encode(this.#reply("server_DH_inner_data", fields));
    const answer = Buffer.concat([sha1(inner), inner]);
    const filled = Buffer.concat([answer, randomBytes((16 - (answer.length % 16)) % 16)]);
    const { key, iv } = this.#temporaryKeys(this.#newNonce);
    return this.#reply("server_DH_params_ok", {
      encrypted_answer: ige(key, iv, filled, "encrypt"),
    });
  }

  #finish(encrypted: Buffer): Step {
    const newNonce = this.#newNonce;
    if (!newNonce) throw new Error("a key exchange starts with its last step");
    const { key, iv } = this.#temporaryKeys(newNonce);
    const inner = decode(ige(key, iv, encrypted, "decrypt").subarray(20));
    let secret = padTo256(serverHalf().computeSecret(bytes(inner, "g_b")));
    if (!this.#padKey) while (secret[0] === 0) secret = secret.subarray(1);
    const hash = sha1(secret);
    const check = sha1(newNonce, Buffer.from([1]), hash.subarray(0, 8)).subarray(4, 20);
    return {
      reply: this.#reply("dh_gen_ok", { new_nonce_hash1: check }),
      authKey: { key: secret, id: Buffer.from(hash.subarray(12, 20)) },
    };
  }

  #temporaryKeys(newNonce: Buffer): { key: Buffer; iv: Buffer } {
    const nonces = sha1(this.#serverNonce, newNonce);
    return {
      key: Buffer.concat([sha1(newNonce, this.#serverNonce), nonces.subarray(0, 12)]),
      iv: Buffer.concat([
        nonces.subarray(12, 20),
        sha1(newNonce, newNonce),
        newNonce.subarray(0, 4),
      ]),
    };
  }
}

/** RSA_PAD: a temporary key, masked with the hash of what it encrypts; the data in it is byte-reversed. */
function openRsaPad({ privateKey }: RsaKey, encrypted: Buffer): Buffer {
  const raw = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, encrypted);
  const temporaryKey = xor(raw.subarray(0, 32), sha256(raw.subarray(32)));
  const padded = ige(temporaryKey, Buffer.alloc(32), raw.subarray(32), "decrypt");
  const data = Buffer.from([...padded.subarray(0, 192)].toReversed());
  if (!sha256(temporaryKey, data).equals(padded.subarray(192)))
    throw new Error("RSA_PAD: the hash does not match");
  return data;
}
