import { mkdir } from "node:fs/promises";
import { ownRedis } from "@tgmem/testbed";
import { testBrowser } from "@tgmem/testbed/browser";
import { withSystem } from "../system/open-system.ts";
import { fillDemo } from "./demo.kit.ts";
import { serveUi } from "./serve.ts";

// Takes the pictures of the page that the README shows: `pnpm pictures`.

const folder = new URL("../../../../docs/images", import.meta.url);
const desk = { width: 1_080, height: 640 };
const phone = { width: 390, height: 780 };

const pictures = [
  { name: "overview", path: "/", viewport: desk, colorScheme: "light" },
  { name: "overview-dark", path: "/", viewport: desk, colorScheme: "dark" },
  { name: "dead-letters", path: "/dead/inbound", viewport: desk, colorScheme: "light" },
  { name: "chat", path: "/chats/42", viewport: { ...desk, height: 800 }, colorScheme: "light" },
  { name: "cost-dark", path: "/cost", viewport: desk, colorScheme: "dark" },
  { name: "phone", path: "/", viewport: phone, colorScheme: "light" },
  { name: "phone-dark", path: "/chats", viewport: phone, colorScheme: "dark" },
] as const;

/** The clock of the page is ahead, so that what was made just now looks lived in. */
const now = () => Date.now() + 4 * 60_000;

const server = await ownRedis();
const browser = await testBrowser();
if (server.missing || !browser) throw new Error("Pictures need a Redis server and Chromium.");
await mkdir(folder, { recursive: true });
await withSystem({ REDIS_URL: server.url }, async (system) => {
  await fillDemo(system, Date.now());
  const ui = await serveUi({ system, now }, { host: "127.0.0.1", port: 0 });
  for (const { name, path, viewport, colorScheme } of pictures) {
    const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1.5 });
    const page = await context.newPage();
    await page.goto(ui.url);
    await page.goto(new URL(path, ui.url).href);
    for (const summary of await page.locator("summary").all()) await summary.click();
    await page.locator("h1").click();
    await page.screenshot({ path: new URL(`ui-${name}.png`, folder).pathname });
    await context.close();
  }
  await ui.close();
});
await browser.close();
await server.stop();
