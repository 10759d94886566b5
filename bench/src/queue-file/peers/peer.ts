import type { Body } from "../../queue/load.ts";

/** A queue in a file. */
interface FilePeer {
  add(body: Body): unknown;
  /** Handles jobs until the signal, and resolves when it has stopped. */
  handle(
    work: (body: Body) => Promise<void>,
    options: { readonly signal: AbortSignal },
  ): Promise<unknown>;
  close(): unknown;
}

export type OpenFilePeer = (path: string) => FilePeer;

/** How often a peer looks for jobs that asks again and again; its own default is a second, which would be all we saw. */
export const pollMs = 1;
