import { lanesOf, TelegramId } from "@tgmem/contracts";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { listChats } from "../../chats/list-chats.ts";
import { correctMemory, forgetChat, readMemory, refusalOf } from "../../memory/chat-memory.ts";
import { readStatus } from "../../status/read-status.ts";
import { noticeOf } from "../notices.ts";
import { patienceOf, type Ui } from "../ui.ts";
import { chat as chatView, type ChatPage } from "../views/chat.ts";
import { chats as chatsView } from "../views/chats.ts";
import { question } from "../views/forms.ts";
import { html } from "../views/html.ts";
import { shell } from "../views/shell.ts";

const limit = 50;
const Query = z.object({
  offset: z.coerce.number().int().min(0).catch(0),
  chat: z.string().trim().optional(),
});

/** The list of chats, and what may be seen, corrected and forgotten of one. */
export function chatRoutes(ui: Ui): Hono {
  const { system, form, now } = ui;

  async function shown(
    c: Context,
    chat: string,
    {
      refused,
      status: code = 200,
    }: { refused?: ChatPage["refused"]; status?: 200 | 409 | 422 } = {},
  ): Promise<Response> {
    const [status, details, paused] = await Promise.all([
      readStatus(system, patienceOf(c)),
      readMemory(system, chat, patienceOf(c)),
      system.list("inbound").pausedLanes(patienceOf(c)),
    ]);
    const isPaused = paused.includes(laneOf(chat));
    const hasArchive = system.archive !== undefined;
    const body = chatView({ details, hasArchive, isPaused, form, nowMs: now(), refused });
    const notice = noticeOf(c);
    return c.html(shell({ title: `Chat ${chat}`, place: "/chats", status, notice, body }), code);
  }

  return new Hono()
    .get("/", async (c) => {
      const { offset, chat } = Query.parse(c.req.query());
      if (chat) return c.redirect(`/chats/${encodeURIComponent(chat)}`, 303);
      const [status, list] = await Promise.all([
        readStatus(system, patienceOf(c)),
        listChats(system, { limit, offset, ...patienceOf(c) }),
      ]);
      const body = chatsView({ ...list, offset, limit }, now());
      const notice = noticeOf(c);
      return c.html(shell({ title: "Chats", place: "/chats", status, notice, body }));
    })
    .use("/:chat/*", async (c, next) => {
      if (TelegramId.safeParse(c.req.param("chat")).success) return next();
      const status = await readStatus(system, patienceOf(c));
      const body = html`<h1>No such chat</h1>
        <p class="panel">
          A chat has a number, such as 42 or -1001234567890. <a href="/chats">All chats</a>
        </p>`;
      return c.html(shell({ title: "No such chat", place: "/chats", status, body }), 404);
    })
    .get("/:chat", (c) => shown(c, c.req.param("chat")))
    .post("/:chat/correct", async (c) => {
      const chat = c.req.param("chat");
      const { text: given } = await c.req.parseBody();
      const text = typeof given === "string" ? given.trim() : "";
      if (text === "")
        return shown(c, chat, refusal(text, "A summary cannot be empty: forget the chat instead."));
      const result = await correctMemory(system, chat, text, patienceOf(c)).catch(failed);
      if (result instanceof Error) return shown(c, chat, refusal(text, result.message, 409));
      if (result.status === "corrected") return c.redirect(`/chats/${chat}?notice=corrected`, 303);
      return shown(
        c,
        chat,
        refusal(
          text,
          `Nothing was changed. ${refusalOf(result)}`,
          result.status === "too_long" ? 422 : 409,
        ),
      );
    })
    .post("/:chat/pause", async (c) => {
      const chat = c.req.param("chat");
      await system.list("inbound").pause(laneOf(chat), patienceOf(c));
      return c.redirect(`/chats/${chat}?notice=chat_paused`, 303);
    })
    .post("/:chat/resume", async (c) => {
      const chat = c.req.param("chat");
      await system.list("inbound").resume(laneOf(chat), patienceOf(c));
      return c.redirect(`/chats/${chat}?notice=chat_resumed`, 303);
    })
    .post("/:chat/forget", async (c) => {
      const chat = c.req.param("chat");
      const { sure } = await c.req.parseBody();
      if (sure === "yes") {
        const { tiers } = await forgetChat(system, chat, patienceOf(c));
        const isWhole = tiers.every(({ status }) => status === "erased");
        return c.redirect(`/chats?notice=${isWhole ? "forgotten" : "forgotten_soon"}`, 303);
      }
      const status = await readStatus(system, patienceOf(c));
      const body = question(form, {
        title: `Forget chat ${chat}?`,
        words:
          "Its turns, its summary, its messages that wait and its dead letters are erased for good. Nobody is told.",
        yes: "Forget it",
        action: `/chats/${chat}/forget`,
        fields: [],
        back: `/chats/${chat}`,
      });
      return c.html(shell({ title: `Forget chat ${chat}?`, place: "/chats", status, body }));
    });
}

/** The lane of its messages; its commands have another one. */
const laneOf = (chat: string) => lanesOf(chat)[0];

/** What was typed is shown again with the reason, whatever that is: it is lost on no page of an error. */
const failed = (cause: unknown): Error =>
  cause instanceof Error ? cause : new Error("The summary was not corrected.", { cause });

const refusal = (text: string, words: string, status: 409 | 422 = 422) =>
  ({ refused: { text, why: words }, status }) as const;
