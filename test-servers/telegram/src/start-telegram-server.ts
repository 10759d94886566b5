import { createFaults, type TelegramFaults } from "./faults.ts";
import { listen } from "./mtproto/server.ts";
import { int } from "./tl/fields.ts";
import type { AccountOptions } from "./world/account.ts";
import type { SentMessage } from "./world/outbox.ts";
import { channelIdOf } from "./world/peers.ts";
import type { Settings } from "./world/settings.ts";
import { type UpdateForm, World } from "./world/world.ts";

export interface TelegramServerOptions {
  /** Who can log in. @default one bot: `botAccount` */
  readonly accounts?: readonly AccountOptions[];
  /** True for clients that pad the shared secret, as all but GramJS do. @default false */
  readonly padKey?: boolean;
  /** TL text of the API layer that the clients speak. @default 198, that of GramJS */
  readonly layer?: string;
  /** Told of what a client should never send. */
  readonly onError?: (error: unknown) => void;
}

export interface SayOptions {
  /** Chat id of a basic group or, below -1000000000000, of a supergroup. @default a private chat */
  readonly group?: string;
  /** @default the first account */
  readonly to?: string;
  /** Nobody is told: the message is there only for who asks for the difference. */
  readonly unheard?: boolean;
  readonly form?: UpdateForm;
  /** Told so many times. @default 1 */
  readonly times?: number;
  /** Id of the message that it answers. */
  readonly replyTo?: number;
  /** The part of that message which it marks. */
  readonly quote?: string;
  /** Further fields of the TL message, for instance `media` or `grouped_id`. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface EditOptions extends Pick<SayOptions, "group" | "to" | "unheard" | "fields"> {
  /** In seconds. @default now */
  readonly editDate?: number;
}

/** A Telegram in this process: real clients log in to it, receive from it and send to it over a real socket. */
export interface TelegramServer {
  /** For the client's options. */
  readonly endpoint: {
    readonly host: string;
    readonly port: number;
    readonly rsa: { readonly n: string; readonly e: number };
    readonly publicKey: string;
  };
  /** The same as variables of a process. */
  readonly env: Readonly<Record<"TELEGRAM_SERVER" | "TELEGRAM_SERVER_KEY", string>>;
  /** PEM of the public key, for other clients. */
  readonly publicKey: string;
  /** What is stored in the chats, oldest first. */
  readonly sent: readonly SentMessage[];
  /** Names of all calls so far, e.g. `messages.sendMessage`. */
  readonly calls: readonly string[];
  /** How it behaves. Each field may be set at any time. */
  readonly settings: Settings;
  /** A person writes to an account; returns the message's id. */
  say(from: string, text: string, options?: SayOptions): number;
  /** The writer changes a message. */
  edit(messageId: number, text: string, options?: EditOptions): void;
  /** Tells an account that it has missed too much to be told, or too much of one supergroup. */
  tooLong(to?: string, group?: string): void;
  /** Everything that can go wrong. */
  readonly faults: TelegramFaults;
  close(): Promise<void>;
}

export const botAccount = {
  id: "999",
  username: "test_bot",
  botToken: "999:token",
} as const satisfies AccountOptions;
export const userAccount = {
  id: "888",
  phone: "+15550100",
  code: "12345",
  password: "open sesame",
} as const satisfies AccountOptions;

export async function startTelegramServer({
  accounts = [botAccount],
  padKey = false,
  layer,
  onError = () => {},
}: TelegramServerOptions = {}): Promise<TelegramServer> {
  const world: World = new World(accounts, () => server.connections);
  const server = await listen({
    padKey,
    layer,
    onError,
    answer: (request, connection) => world.answer(request, connection),
  });
  const first = accounts[0]?.id ?? "";
  const { rsa, port } = server;
  const publicKey = rsa.publicKey.export({ type: "pkcs1", format: "pem" }).toString();
  const faults = createFaults(world, server, first);
  return {
    endpoint: { host: "127.0.0.1", port, rsa: { n: rsa.n, e: rsa.e }, publicKey },
    env: {
      TELEGRAM_SERVER: `127.0.0.1:${port}`,
      TELEGRAM_SERVER_KEY: publicKey,
    },
    publicKey,
    sent: world.outbox.sent,
    calls: world.calls,
    settings: world.settings,
    say(from, text, options = {}) {
      const { group, to = first, unheard = false, form = "full", times = 1 } = options;
      const { replyTo, quote, fields = {} } = options;
      const account = world.account(to);
      const entry = account.add({
        chatId: group ?? from,
        fromId: from,
        text,
        ...(replyTo === undefined ? {} : { replyTo: replyHeader(replyTo, quote) }),
        fields,
      });
      for (let told = 0; told < (unheard ? 0 : times); told++) world.tell(account, entry, { form });
      return int(entry.message, "id");
    },
    edit(messageId, text, { group = "", to = first, unheard = false, editDate, fields } = {}) {
      const account = world.account(to);
      const log = group === "" ? account.log : account.logOf(group);
      const edit_date = editDate ?? Math.floor(Date.now() / 1000);
      const entry = log.edit(messageId, { message: text, edit_date, ...fields });
      if (!unheard) world.tell(account, entry);
    },
    tooLong(to = first, group) {
      const update = group
        ? { _: "updateShort", update: channelTooLong(group), date: Math.floor(Date.now() / 1000) }
        : { _: "updatesTooLong" };
      world.push(world.account(to), () => update);
    },
    faults,
    close: () => server.close(),
  };
}

const replyHeader = (messageId: number, quote?: string) => ({
  _: "messageReplyHeader",
  reply_to_msg_id: messageId,
  ...(quote === undefined ? {} : { quote: true, quote_text: quote }),
});

const channelTooLong = (group: string) => ({
  _: "updateChannelTooLong",
  channel_id: channelIdOf(group),
});
