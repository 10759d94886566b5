import { TelegramError } from "../../errors.ts";

const keyBytes = 256;
/** The ports at which Telegram's servers listen. */
const ports: ReadonlySet<number> = new Set([80, 443, 5222]);

/**
 * Reads a log-in that GramJS or Telethon has written as text, and gives it as the session file keeps it. Rejects others
 * with `login_refused`, without quoting them: the text is the whole log-in.
 */
export function loginFromText(text: string): string {
  const [, body = ""] = /^1([\w+/-]+={0,2})$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(body, "base64");
  const head = bytes.subarray(0, -keyBytes);
  const address = addressIn(head);
  if (address === undefined)
    throw new TelegramError(
      "login_refused",
      "That is no session string of GramJS or Telethon: those begin with 1 and have some 350 characters. Copy it whole, or log in anew.",
      { policy: "stop_account" },
    );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(address.length);
  const parts = [head.subarray(0, 1), length, Buffer.from(address), head.subarray(-2)];
  return `1${Buffer.concat([...parts, bytes.subarray(-keyBytes)]).toString("base64")}`;
}

/**
 * Reads what follows the number of the data centre: Telethon has 4 or 16 bytes, GramJS a length and text; the port
 * comes last.
 */
function addressIn(head: Buffer): string | undefined {
  // A text of another kind that was cut to this size ends in no port of Telegram's, and GramJS' length begins with a zero.
  const isTelethon =
    head.length > 3 && head[1] !== 0 && ports.has(head.readUInt16BE(head.length - 2));
  if (isTelethon && head.length === 7) return head.subarray(1, 5).join(".");
  if (isTelethon && head.length === 19)
    return [...Array(8).keys()].map((i) => head.readUInt16BE(1 + 2 * i).toString(16)).join(":");
  if (head.length < 6 || head.readUInt16BE(1) !== head.length - 5) return undefined;
  return head.subarray(3, -2).toString();
}

/** Whether both are one log-in: Telegram ends it when two processes use it. */
export const isSameLogin = (one: string, other: string): boolean =>
  one !== "" && keyOf(one).equals(keyOf(other));

const keyOf = (login: string) => Buffer.from(login.slice(1), "base64").subarray(-keyBytes);
