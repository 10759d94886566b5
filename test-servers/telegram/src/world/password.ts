import { pbkdf2Sync, randomBytes } from "node:crypto";
import {
  dhGenerator,
  dhPrime,
  modPow,
  padTo256,
  sha256,
  toBigInt,
  toBytes,
  xor,
} from "../mtproto/crypto.ts";
import { bytes, type TlObject } from "../tl/fields.ts";

const prime = toBigInt(dhPrime);
const generatorBytes = padTo256(Buffer.from([dhGenerator]));
const multiplier = toBigInt(sha256(dhPrime, generatorBytes));

const salted = (data: Buffer, salt: Buffer) => sha256(salt, data, salt);

/** The server's side of the log-in with a two-step password (SRP): it never sees the password itself. */
export class Password {
  readonly #verifier: bigint;
  readonly #salt1 = randomBytes(16);
  readonly #salt2 = randomBytes(16);
  readonly #secret = toBigInt(randomBytes(256));

  constructor(password: string) {
    const first = salted(salted(Buffer.from(password), this.#salt1), this.#salt2);
    const hash = salted(pbkdf2Sync(first, this.#salt1, 100_000, 64, "sha512"), this.#salt2);
    this.#verifier = modPow(BigInt(dhGenerator), toBigInt(hash), prime);
  }

  /** What `account.getPassword` returns. */
  challenge(): TlObject {
    return {
      _: "account.password",
      has_password: true,
      current_algo: {
        _: "passwordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow",
        salt1: this.#salt1,
        salt2: this.#salt2,
        g: dhGenerator,
        p: dhPrime,
      },
      srp_B: this.#publicValue(),
      srp_id: 1n,
      new_algo: { _: "passwordKdfAlgoUnknown" },
      new_secure_algo: { _: "securePasswordKdfAlgoUnknown" },
      secure_random: randomBytes(256),
    };
  }

  /** Whether an `inputCheckPasswordSRP` proves that its writer knows the password. */
  proves(check: TlObject): boolean {
    const clientPublic = padTo256(bytes(check, "A"));
    const scramble = toBigInt(sha256(clientPublic, this.#publicValue()));
    const shared = modPow(
      (toBigInt(clientPublic) * modPow(this.#verifier, scramble, prime)) % prime,
      this.#secret,
      prime,
    );
    const key = sha256(toBytes(shared, 256));
    const parts = [
      xor(sha256(dhPrime), sha256(generatorBytes)),
      sha256(this.#salt1),
      sha256(this.#salt2),
    ];
    const expected = sha256(...parts, clientPublic, this.#publicValue(), key);
    return expected.equals(bytes(check, "M1"));
  }

  #publicValue(): Buffer {
    return toBytes(
      (multiplier * this.#verifier + modPow(BigInt(dhGenerator), this.#secret, prime)) % prime,
      256,
    );
  }
}
