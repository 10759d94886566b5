import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** A Bot API of one bot, over HTTP, as far as the examples use it. */
export interface BotApi {
  readonly url: string;
  /** What the bot has written, as it stands now; the oldest message first. */
  written(): readonly string[];
  /** Makes a message that Anna wrote, in a private chat or a group, in an update of its own. */
  update(messageId: number, said: string, options?: { readonly inGroup?: boolean }): MessageUpdate;
  /** Makes Anna an administrator of the group. */
  promote(): void;
  /** Lets the bot fetch an update. */
  offer(update: MessageUpdate): void;
}

/** An update as Telegram delivers it. */
type MessageUpdate = ReturnType<typeof messageUpdate>;

const privateChat = { id: 77, type: "private" as const, first_name: "Anna" };
const group = { id: -88, type: "group" as const, title: "Family" };
const anna = { id: 77, is_bot: false, first_name: "Anna" };
const self = { id: 1, is_bot: true, first_name: "Bot", username: "the_bot" };

function messageUpdate(updateId: number, messageId: number, said: string, inGroup: boolean) {
  const chat = inGroup ? group : privateChat;
  const length = said.startsWith("/") ? said.length : 0;
  const entities = length ? [{ type: "bot_command" as const, offset: 0, length }] : [];
  const message = { message_id: messageId, date: 1, chat, from: anna, text: said, entities };
  return { update_id: updateId, message };
}

/** Starts a Bot API, which stops with the test. */
export async function startBotApi(): Promise<BotApi> {
  const written = new Map<number, string>();
  const offered: MessageUpdate[] = [];
  const waiting = new Set<() => void>();
  let updates = 0;
  let status = "member";

  async function pending(offset: number, timeout: number, request: IncomingMessage) {
    while (offered[0] && offered[0].update_id < offset) offered.shift();
    if (offered.length === 0 && timeout > 0) {
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
        request.once("close", resolve);
      });
    }
    return [...offered];
  }

  async function answer(method: string, call: Call, response: ServerResponse) {
    if (method === "getMe") return self;
    if (method === "getUpdates") return pending(call.offset ?? 0, call.timeout ?? 0, response.req);
    if (method === "getChatMember") return { status, user: anna };
    if (!/^(?:send(?:Rich)?Message|editMessageText)$/.test(method)) return true;
    const id = call.message_id ?? 1_000 + written.size;
    const said = call.text ?? call.rich_message?.markdown ?? "";
    written.set(id, said);
    return { message_id: id, date: 1, chat: privateChat, from: self, text: said };
  }

  const server = createServer((request, response) => {
    void (async () => {
      const call: Call = JSON.parse((await text(request)) || "{}");
      const method = request.url?.split("/").at(-1) ?? "";
      const result = await answer(method, call, response);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ ok: true, result }));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const resolve of waiting) resolve();
    server.closeAllConnections();
    server.close();
  });

  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    written: () => [...written.values()],
    update: (messageId, said, { inGroup = false } = {}) =>
      messageUpdate(++updates, messageId, said, inGroup),
    promote() {
      status = "administrator";
    },
    offer(update) {
      offered.push(update);
      for (const resolve of waiting) resolve();
      waiting.clear();
    },
  };
}

interface Call {
  readonly offset?: number;
  readonly timeout?: number;
  readonly message_id?: number;
  readonly text?: string;
  readonly rich_message?: { readonly markdown: string };
}
