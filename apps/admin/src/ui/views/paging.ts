import { type Html, html } from "./html.ts";

/** Leads to the pages beside this one, where there are any. */
export function paging({
  newer,
  older,
}: {
  readonly newer: string | null;
  readonly older: string | null;
}): Html | null {
  if (newer === null && older === null) return null;
  return html`<nav class="paging" aria-label="More">
    ${newer === null ? null : html`<a class="button" rel="prev" href="${newer}">Back</a>`}
    ${older === null ? null : html`<a class="button" rel="next" href="${older}">More</a>`}
  </nav>`;
}
