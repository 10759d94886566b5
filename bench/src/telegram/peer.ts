/** What a client process is told to be, and what it can be asked. */
export type Peer = "ours" | "gramjs" | "mtcute";

interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly publicKey: string;
}

export interface Connect {
  readonly endpoint: Endpoint;
  readonly botToken: string;
  /** The folder for a client that keeps something on disk. */
  readonly folder: string;
}

export interface BenchClient {
  /** Called once, before anything is received. */
  readonly onMessage: (listener: () => void) => void;
  /** Resolves when Telegram has stored it. */
  readonly send: (chatId: number, text: string, randomId: number) => Promise<unknown>;
}

/** One client, logged in. */
export type OpenClient = (connect: Connect) => Promise<BenchClient>;
