/** Writes an id so that its `:` `{` `}` `*` neither leave its slot nor reach the keys of another chat. */
const escapeChat = (chat: string) => encodeURIComponent(chat).replaceAll("*", "%2A");

/** Names the keys of one chat. */
export function keysOf(namespace: string, chat: string) {
  const tag = `{${namespace}:${escapeChat(chat)}}`;
  const key = (part: string) => `${tag}:${part}`;
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

/** Matches the keys of numbers of a namespace, and some more: `chatOf` tells them apart. */
export const numbersPattern = (namespace: string) => `{${namespace}:*}:m`;

/** Gives the chat whose numbers stand under a key; null when it is no such key of this namespace. */
export function chatOf(namespace: string, key: string): string | null {
  const [begin, end] = [`{${namespace}:`, "}:m"];
  if (!key.startsWith(begin) || !key.endsWith(end)) return null;
  const escaped = key.slice(begin.length, -end.length);
  if (!/^[^:{}*]+$/.test(escaped)) return null;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
