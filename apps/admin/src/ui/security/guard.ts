import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { noEntry } from "../views/problem.ts";
import { isSame, type Secrets } from "./secrets.ts";

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

const headers = {
  "Content-Security-Policy": policy,
  // A policy of `no-referrer` would take the Origin, which is compared below, out of our own forms.
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/** Tells the browser to keep our pages to itself: no other site frames them, no script of another one runs in them. */
export const withHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
};

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Refuses whoever calls us by a name of their own: it might lead to this machine today and to another one before. */
export const onlyByLoopback: MiddlewareHandler = async (c, next) => {
  const name = hostOf(c).replace(/:\d+$/, "");
  if (loopback.has(name)) return next();
  return c.html(noEntry("This page answers to 127.0.0.1 and localhost alone."), 421);
};

/** Opens a session for who brings the token, and refuses who has neither. The token does not stay in the address. */
export const onlyInSession =
  ({ token, session }: Secrets): MiddlewareHandler =>
  async (c, next) => {
    // Cookies are shared by all ports of a machine: two of these pages do not end each other's session.
    const cookie = `tgmem_ui_${/:(\d+)$/.exec(hostOf(c))?.[1] ?? "80"}`;
    const given = c.req.query("token");
    if (c.req.method === "GET" && given !== undefined && isSame(given, token)) {
      // `Strict` would refuse who opens the address from a terminal in a browser. Forms are guarded by themselves.
      setCookie(c, cookie, session, { httpOnly: true, sameSite: "Lax", path: "/" });
      return c.redirect("/", 303);
    }
    if (isSame(getCookie(c, cookie) ?? "", session)) return next();
    return c.html(
      noEntry("Open the address that tgmem ui printed in your terminal: it holds the key."),
      401,
    );
  };

/** Lets a form change something only if it is one of ours: sent from our address, with the secret that stands in it. */
export const onlyOwnForms =
  ({ form }: Secrets): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const { form: given } = await c.req.parseBody();
    const isOurs = c.req.header("origin") === `http://${hostOf(c)}`;
    if (isOurs && typeof given === "string" && isSame(given, form)) return next();
    return c.html(noEntry("This form is not one of ours, or tgmem ui was started again."), 403);
  };

const hostOf = (c: Context) => c.req.header("host") ?? "";
