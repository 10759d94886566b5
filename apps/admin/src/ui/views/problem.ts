import { type Html, html } from "./html.ts";
import { page } from "./page.ts";

/** The whole page for who may not come in: it says nothing of what is behind. */
export const noEntry = (words: string): Html =>
  page(
    "No entry",
    html`<main id="main" class="narrow">
      <h1>No entry</h1>
      <p class="panel">${words}</p>
    </main>`,
  );

/** The whole page for what went wrong on our side. */
export const problem = (words: string): Html =>
  page(
    "No answer",
    html`<main id="main" class="narrow">
      <h1>This did not work</h1>
      <p class="panel">${words}</p>
      <p><a class="button" href="">Try again</a> <a class="button" href="/">Overview</a></p>
    </main>`,
  );

/** The whole page for an address of nothing. */
export const nothingThere = page(
  "Nothing there",
  html`<main id="main" class="narrow">
    <h1>Nothing there</h1>
    <p class="panel">There is no such page. <a href="/">Overview</a></p>
  </main>`,
);
