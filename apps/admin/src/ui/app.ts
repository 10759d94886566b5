import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { wordsOf } from "../system/words-of.ts";
import { icon } from "./assets/icon.ts";
import { liveScript } from "./assets/live-script.ts";
import { style } from "./assets/style.ts";
import { chatRoutes } from "./routes/chats.ts";
import { costRoutes } from "./routes/cost.ts";
import { deadRoutes } from "./routes/dead.ts";
import { listRoutes } from "./routes/lists.ts";
import { overviewRoutes } from "./routes/overview.ts";
import { onlyByLoopback, onlyInSession, onlyOwnForms, withHeaders } from "./security/guard.ts";
import type { Secrets } from "./security/secrets.ts";
import type { Ui } from "./ui.ts";
import { noEntry, nothingThere, problem } from "./views/problem.ts";

/** More than any form of ours holds. */
const maxFormBytes = 256 * 1_024;

/** The whole page, as a function of requests. Whoever is not in a session gets nothing of it but its style. */
export function createApp(deps: Omit<Ui, "form">, secrets: Secrets): Hono {
  const ui: Ui = { ...deps, form: secrets.form };
  return new Hono()
    .use(withHeaders, onlyByLoopback)
    .get("/style.css", asset("text/css", style))
    .get("/icon.svg", asset("image/svg+xml", icon))
    .get("/live.js", asset("text/javascript", liveScript))
    .use(
      onlyInSession(secrets),
      bodyLimit({ maxSize: maxFormBytes, onError: tooLarge }),
      onlyOwnForms(secrets),
    )
    .route("/", overviewRoutes(ui))
    .route("/lists", listRoutes(ui))
    .route("/dead", deadRoutes(ui))
    .route("/chats", chatRoutes(ui))
    .route("/cost", costRoutes(ui))
    .notFound((c) => c.html(nothingThere, 404))
    .onError((error, c) => c.html(problem(wordsOf(error)), 503));
}

const tooLarge = (c: Context) =>
  c.html(noEntry("This is more than a form of ours holds. Nothing was changed."), 413);

const asset = (type: string, body: string) => () =>
  new Response(body, { headers: { "Content-Type": `${type}; charset=utf-8` } });
