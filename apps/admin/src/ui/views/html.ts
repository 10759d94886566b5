import { html } from "hono/html";

/** A piece of a page; whatever is put into one by `html` is escaped, unless it is a piece itself. */
export type Html = ReturnType<typeof html>;

export { html };
