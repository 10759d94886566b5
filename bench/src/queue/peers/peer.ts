import type { Body } from "../load.ts";

/** Where the Redis of the bench listens. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

/** A queue of somebody's, with the dedupe by id of each where there is one. */
export interface Peer {
  add(body: Body): Promise<unknown>;
  addAll(bodies: readonly Body[]): Promise<unknown>;
  /** Handles jobs until the signal, `inFlight` at once, and resolves when it has stopped. */
  handle(
    work: (body: Body) => Promise<void>,
    options: { readonly signal: AbortSignal },
  ): Promise<void>;
  close(): Promise<unknown>;
}

/** Opens a queue under a name of the keys. */
export type OpenPeer = (place: Place, name: string) => Promise<Peer>;

/** A body as it comes back from JSON. */
export function parseBody(value: unknown): Body {
  if (typeof value !== "object" || value === null) throw new Error("A job came back changed.");
  if (!("n" in value && typeof value.n === "number")) throw new Error("A job came back changed.");
  if (!("text" in value && typeof value.text === "string"))
    throw new Error("A job came back changed.");
  return { n: value.n, text: value.text };
}
