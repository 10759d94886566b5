import { join } from "node:path";
import { folderOfPrograms } from "@tgmem/processes";
import { type Browser, chromium } from "playwright-core";
import { missingServer } from "../missing.ts";

const name = "chromium";

/** It starts with a profile of its own, asks nobody for anything, and does without what a container lacks. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export type { Browser, BrowserContext, Page } from "playwright-core";

/** A real browser without a window; null when there is none to start, which never happens in CI. */
export async function testBrowser(): Promise<Browser | null> {
  const folder = folderOfPrograms([name]);
  if (folder !== null)
    return chromium.launch({ executablePath: join(folder, name), args: flags, headless: true });
  missingServer("Chromium", "install Debian's package chromium.");
  return null;
}
