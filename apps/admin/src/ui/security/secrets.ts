import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** What the page of one process is guarded by. Each is drawn anew at every start, and none is written anywhere. */
export interface Secrets {
  /** Stands in the address that the terminal shows, and opens a session. */
  readonly token: string;
  /** Is the session: a cookie, which no script reads. */
  readonly session: string;
  /** Stands in every form: who cannot read our pages cannot send one. */
  readonly form: string;
}

export const newSecrets = (): Secrets => ({
  token: newSecret(),
  session: newSecret(),
  form: newSecret(),
});

const newSecret = () => randomBytes(32).toString("base64url");

/** Compares in a time that tells nothing of where, or by what length, the two differ. */
export const isSame = (given: string, secret: string): boolean =>
  timingSafeEqual(digestOf(given), digestOf(secret));

const digestOf = (text: string) => createHash("sha256").update(text).digest();
