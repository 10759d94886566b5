import type { ChatMessage } from "@tgmem/llm";

/** A client of models: it asks the model of this name, and resolves with the text that a person would be shown. */
export type Peer = (
  model: string,
  messages: readonly ChatMessage[],
  options: { readonly signal: AbortSignal },
) => Promise<string>;

export type OpenPeer = (baseURL: string) => Peer;

/** What every peer is given that can be told how long a request may take, in ms. */
export const timeoutMs = 2_000;
