import { MemoryError } from "../errors.ts";

/** Throws `invalid_argument` for a namespace that could leave its place in a key. */
export function checkNamespace(namespace: string): void {
  if (/^[\w.:-]+$/.test(namespace)) return;
  throw new MemoryError(
    "invalid_argument",
    `Expected \`namespace\` to be letters, digits or any of \`_.:-\`, got \`${namespace}\`.`,
  );
}

/** Writes an id so that its `:` `{` `}` `*` neither leave its slot nor reach the keys of another chat. */
const escapeChat = (chat: string) => encodeURIComponent(chat).replaceAll("*", "%2A");

function keyOf(namespace: string, chat: string) {
  const tag = `{${namespace}:${escapeChat(chat)}}`;
  return (part: string) => `${tag}:${part}`;
}

/** Names the keys of one chat. */
export function keysOf(namespace: string, chat: string) {
  const key = keyOf(namespace, chat);
  return {
    window: key("w"),
    numbers: key("m"),
    pause: key("p"),
    /** What all scripts take: w m s e. */
    state: ["w", "m", "s", "e"].map(key),
    turn: (turnId: string) => key(`d:${turnId}`),
    request: (requestId: string) => key(`f:${requestId}`),
  };
}

/** Names the keys of the recall index of one chat, and of the epoch that it shares with the chat. */
export function recallKeysOf(namespace: string, chat: string) {
  const key = keyOf(namespace, chat);
  const epoch = key("e");
  const [numbers, texts, ids] = [key("rm"), key("rt"), key("ri")];
  const [newest, older] = [key("rp"), key("rq")];
  const own = [numbers, texts, ids, newest, older];
  return { epoch, numbers, texts, ids, newest, older, own, all: [epoch, ...own] };
}

/** Matches the keys of numbers of a namespace, and some more: `chatOf` tells them apart. */
export const numbersPattern = (namespace: string) => `{${namespace}:*}:m`;

/** Matches every key of a namespace, and some more: `partOf` tells them apart. */
export const everyPattern = (namespace: string) => `{${namespace}:*}:*`;

/** Gives the chat whose numbers stand under a key; null when it is no such key of this namespace. */
export function chatOf(namespace: string, key: string): string | null {
  const found = partOf(namespace, key);
  return found?.part === "m" ? found.chat : null;
}

/** Says of which chat a key is, and what it holds of it, as `keysOf` names them; null when it is no key of this namespace. */
export function partOf(
  namespace: string,
  key: string,
): { readonly chat: string; readonly part: string } | null {
  const begin = `{${namespace}:`;
  if (!key.startsWith(begin)) return null;
  const [, escaped, part] = /^([^:{}*]+)\}:(.+)$/su.exec(key.slice(begin.length)) ?? [];
  if (escaped === undefined || part === undefined) return null;
  try {
    return { chat: decodeURIComponent(escaped), part };
  } catch {
    return null;
  }
}
