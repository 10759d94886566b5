/** One message of a prompt. */
export interface PeerMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/** A turn that was opened: what the model would be asked, and how its answer is remembered. */
interface PeerTurn {
  readonly messages: readonly PeerMessage[];
  commit(): Promise<unknown>;
}

/** What keeps a conversation in Redis. The n-th turn of a chat says `said(n)` and is answered by `answered(n)`. */
export interface Peer {
  /** Reads what is remembered and makes the prompt of the next turn. */
  open(chat: string, n: number): Promise<PeerTurn>;
  /** Does what another process does meanwhile. It is not measured. */
  aside?(chat: string): Promise<unknown>;
  /** Fills an empty chat with the turns 0 to `turns` - 1. */
  seed(chat: string, turns: number): Promise<void>;
  close(): unknown;
}

/** Connects to a Redis; keys begin with the prefix. */
export type OpenPeer = (url: string, prefix: string) => Promise<Peer>;

/** How many turns those keep that keep a number of them. */
export const windowTurns = 10;
export const ttlSeconds = 86_400;

const words =
  "apple river stone cloud paper window garden letter music silver train bridge coffee winter summer market doctor friend yellow planet".split(
    " ",
  );

/** The same words for the same number, and in no order that looks like a loop. */
function text(length: number, n: number, between = " "): string {
  let state = n + 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  return Array.from({ length }, () => words[next() % words.length]).join(between);
}

export const said = (n: number) => `${n}: ${text(40, n)}`;
export const answered = (n: number) => `To ${n}: ${text(80, n)}`;
/** Words in a row, without a comma, would be taken for those that open a wallet. */
export const summary = `The person talks of these things: ${text(220, 7, ", ")}.`;

/** What a model is asked: the summary if there is one, the turns, and what is said now. */
export const promptOf = (
  background: string | null,
  turns: readonly PeerMessage[],
  n: number,
): PeerMessage[] => [
  ...(background === null ? [] : [{ role: "system" as const, content: background }]),
  ...turns,
  { role: "user", content: said(n) },
];

export interface KeptTurn {
  readonly user: string;
  readonly assistant: string;
}

export const keptTurn = (n: number): KeptTurn => ({ user: said(n), assistant: answered(n) });

export const messagesOf = (turns: readonly KeptTurn[]): PeerMessage[] =>
  turns.flatMap(({ user, assistant }) => [
    { role: "user" as const, content: user },
    { role: "assistant" as const, content: assistant },
  ]);
