import { type Html, html } from "./html.ts";

/** The frame of every page, as HTML knows one. */
export const page = (title: string, body: Html, scripts: Html | null = null): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · tgmem</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
        ${scripts}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
