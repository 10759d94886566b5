import { type Context, Hono } from "hono";
import { z } from "zod";
import { listNames } from "../../system/lists.ts";
import { readStatus } from "../../status/read-status.ts";
import { noticeOf } from "../notices.ts";
import { patienceOf, type Ui } from "../ui.ts";
import { counted } from "../../counted.ts";
import { question } from "../views/forms.ts";
import { letter as letterView } from "../views/letter.ts";
import { letters as lettersView } from "../views/letters.ts";
import { html } from "../views/html.ts";
import { shell } from "../views/shell.ts";

const limit = 50;
const ListName = z.enum(listNames);
const LetterNumber = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);
const Query = z.object({ after: z.coerce.number().int().min(0).catch(0) });
const numbers = z.array(z.string()).max(limit).pipe(z.array(LetterNumber));
const Fields = z.object({
  act: z.enum(["replay", "drop", "replay_shown"]),
  number: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => [given].flat())
    .pipe(numbers),
  shown: z
    .string()
    .default("")
    .transform((given) => given.split(",").filter(Boolean))
    .pipe(numbers),
  sure: z.literal("yes").optional(),
});

/** What finally failed on each list: to be seen, tried again, or dropped. */
export function deadRoutes(ui: Ui): Hono {
  const { system, form, now } = ui;

  async function answered(
    c: Context,
    title: string,
    body: Parameters<typeof shell>[0]["body"],
    code: 200 | 404 | 422 = 200,
  ): Promise<Response> {
    const status = await readStatus(system, patienceOf(c));
    return c.html(shell({ title, place: "/dead", status, notice: noticeOf(c), body }), code);
  }

  return new Hono()
    .get("/", async (c) => {
      const status = await readStatus(system, patienceOf(c));
      const first = status.lists.find(({ deadLetters }) => deadLetters > 0) ?? status.lists[0];
      return c.redirect(`/dead/${first?.name ?? "inbound"}`, 303);
    })
    .use("/:list/*", async (c, next) => {
      if (ListName.safeParse(c.req.param("list")).success) return next();
      return answered(
        c,
        "No such list",
        html`<h1>No such list</h1>
          <p class="panel"><a href="/dead">All lists</a></p>`,
        404,
      );
    })
    .get("/:list", async (c) => {
      const list = ListName.parse(c.req.param("list"));
      const { after } = Query.parse(c.req.query());
      const [status, found] = await Promise.all([
        readStatus(system, patienceOf(c)),
        system.list(list).deadLetters({ after, limit: limit + 1, ...patienceOf(c) }),
      ]);
      const body = lettersView({
        list,
        lists: status.lists,
        letters: found.slice(0, limit),
        after,
        hasMore: found.length > limit,
        form,
        nowMs: now(),
      });
      const liveFrom = `/dead/${list}`;
      const notice = noticeOf(c);
      return c.html(
        shell({ title: "Dead letters", place: "/dead", status, notice, body, liveFrom }),
      );
    })
    .get("/:list/:number", async (c) => {
      const list = ListName.parse(c.req.param("list"));
      const number = LetterNumber.safeParse(c.req.param("number"));
      const found = number.success
        ? await system.list(list).deadLetter(number.data, patienceOf(c))
        : null;
      if (found)
        return answered(
          c,
          `Letter ${found.number}`,
          letterView({ list, letter: found, form, nowMs: now() }),
        );
      const body = html`<h1>No such letter</h1>
        <p class="panel">
          It was replayed, dropped, or is too old. <a href="/dead/${list}">All of ${list}</a>
        </p>`;
      return answered(c, "No such letter", body, 404);
    })
    .post("/:list", async (c) => {
      const list = ListName.parse(c.req.param("list"));
      const back = `/dead/${list}`;
      const fields = Fields.safeParse(await c.req.parseBody({ all: true }));
      if (!fields.success) return c.redirect(`${back}?notice=not_understood`, 303);
      const { act, number, shown, sure } = fields.data;
      const meant = act === "replay_shown" ? shown : number;
      if (meant.length === 0) return c.redirect(`${back}?notice=none_selected`, 303);
      if (act !== "drop") {
        const found = await system.list(list).replay(meant, patienceOf(c));
        return c.redirect(`${back}?notice=replayed&count=${found}`, 303);
      }
      if (sure === "yes") {
        const found = await system.list(list).discard(meant, patienceOf(c));
        return c.redirect(`${back}?notice=dropped&count=${found}`, 303);
      }
      const title = `Drop ${counted(meant.length, "dead letter")} of ${list}?`;
      const asked = question(form, {
        title,
        words: "They are gone for good, and whoever wrote them gets no answer.",
        yes: `Drop ${meant.length === 1 ? "it" : "them"}`,
        action: back,
        fields: [["act", "drop"], ...meant.map((one) => ["number", String(one)] as const)],
        back,
      });
      return answered(c, title, asked);
    });
}
