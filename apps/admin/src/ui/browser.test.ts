import { source as axe } from "axe-core";
import type { Browser, BrowserContext, Page } from "@tgmem/testbed/browser";
import { testBrowser } from "@tgmem/testbed/browser";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fillDemo } from "./demo.kit.ts";
import { servedUi } from "./ui.kit.ts";

const ui = servedUi();
let browser: Browser | null;
beforeAll(async () => {
  browser = await testBrowser();
});
beforeEach(async (context) => {
  context.skip(browser === null, "no Chromium");
  await fillDemo(ui().system, Date.now());
});
afterAll(() => browser?.close());

let context: BrowserContext | undefined;
let faults: string[];
afterEach(async () => {
  await context?.close();
  expect(faults).toEqual([]);
});

/** Opens the page as an operator does, and notes whatever the browser complains of. */
async function open(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  faults = [];
  context = await browser?.newContext(options);
  const page = await context?.newPage();
  if (!page) throw new Error("There is no browser.");
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(ui().url);
  return page;
}

const paths = [
  "/",
  "/dead/inbound",
  "/dead/inbound/1",
  "/dead/outbound",
  "/chats",
  "/chats/42",
  "/cost",
  "/cost?by=person",
  "/cost?by=model",
  "/processes",
];

async function openAll(page: Page): Promise<void> {
  for (const summary of await page.locator("summary").all()) await summary.click();
}

/** Goes from one thing to the next by the Tab key, as who has no mouse does, until this one has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(`document.activeElement.matches("${selector}")`)) return;
  }
  throw new Error(`The Tab key never reached ${selector}.`);
}

describe("with the keyboard alone", () => {
  it("a dead letter is replayed", async () => {
    const page = await open();
    await tabTo(page, "#dead-inbound");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/dead/inbound");
    await tabTo(page, "#letter-2");
    await page.keyboard.press("Space");
    await tabTo(page, "button[value=replay]");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/dead/inbound?notice=*");
    expect(await page.locator(".notice").innerText()).toBe("1 dead letter will be tried again.");
    const letters = await ui().system.list("inbound").deadLetters({ limit: 10 });
    expect(letters.map(({ number }) => number)).toEqual([1, 3]);
  });

  it("a chat is found, corrected and forgotten", async () => {
    const page = await open();
    await page.goto(`${ui().origin}/chats`);
    await tabTo(page, "#chat");
    await page.keyboard.type("42");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/chats/42");
    await tabTo(page, "#summary > summary");
    await page.keyboard.press("Enter");
    await tabTo(page, "#text");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Anna moved to Porto.");
    await tabTo(page, "button.main");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/chats/42?notice=corrected");
    const chat = ui().system.memory.chat("42");
    expect(await chat.show()).toMatchObject({ summary: "Anna moved to Porto." });

    await tabTo(page, "button.danger");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/chats/42/forget");
    expect(await chat.show()).toMatchObject({ summary: "Anna moved to Porto." });
    await tabTo(page, "button.danger");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/chats?notice=forgotten");
    expect(await chat.show()).toMatchObject({ summary: null, turns: [] });
    const letters = await ui().system.list("inbound").deadLetters({ limit: 10 });
    expect(letters.map(({ lane }) => lane)).toEqual(["chat:43", "chat:44"]);
  });
});

it("pauses a list and a chat, and lets them go on", async () => {
  const inbound = ui().system.list("inbound");
  const page = await open({ javaScriptEnabled: false });
  await page.click("#hold-inbound");
  expect(await page.locator(".verdict").innerText()).toContain("The list inbound is paused");
  expect(await inbound.stats()).toMatchObject({ isPaused: true });
  await page.click("#hold-inbound");
  expect(await inbound.stats()).toMatchObject({ isPaused: false });
  await page.goto(`${ui().origin}/chats/51`);
  await page.click("#hold");
  expect(await inbound.pausedLanes()).toEqual(["chat:51"]);
  await page.click("#hold");
  expect(await inbound.pausedLanes()).toEqual([]);
});

it("shows a depth that changes, and keeps the focus where it is", async () => {
  const page = await open();
  await page.locator("#to-cost").focus();
  expect(await page.locator("#depth-inbound").innerText()).toBe("5");
  await ui()
    .system.list("inbound")
    .push([{ id: "tg:7:99:1", lane: "chat:99", body: {} }]);
  await expect.poll(() => page.locator("#depth-inbound").innerText()).toBe("6");
  expect(await page.evaluate("document.activeElement.id")).toBe("to-cost");
});

it("says when it gets no answer any more, and goes on when there is one again", async () => {
  const page = await open();
  await page.route("**/*", (route) => route.abort());
  await expect.poll(() => page.locator("#pulse").innerText()).toBe("No answer, trying again");
  await page.unroute("**/*");
  await expect.poll(() => page.locator("#pulse").innerText()).toBe("Live");
  faults = faults.filter((fault) => !fault.includes("net::ERR_FAILED"));
});

it.each(["light", "dark"] as const)(
  "can be read and operated by all in the %s colours",
  async (colorScheme) => {
    const page = await open({ colorScheme });
    const ground = await page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(ground).toBe(colorScheme === "dark" ? "rgb(15, 18, 22)" : "rgb(246, 247, 249)");
    for (const path of paths) {
      await page.goto(ui().origin + path);
      await openAll(page);
      // The policy of the page lets no script in; what the browser evaluates by itself is not bound by it.
      await page.evaluate(axe);
      const found = await page.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
      );
      expect({ path, found }).toEqual({ path, found: [] });
    }
  },
);

it("has room on a phone: nothing is wider than 360 points, and what is touched is not small", async () => {
  const page = await open({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  for (const path of paths) {
    await page.goto(ui().origin + path);
    await openAll(page);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect({ path, width }).toEqual({ path, width: 360 });
    for (const button of await page.locator("button:visible").all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(36);
  }
});

it("works without JavaScript, but for what is live", async () => {
  const page = await open({ javaScriptEnabled: false });
  await page.click("#dead-inbound");
  await page.check("#letter-3");
  await page.click("button[value=drop]");
  expect(await page.locator("h1").innerText()).toBe("Drop 1 dead letter of inbound?");
  await page.click("button.danger");
  expect(await page.locator(".notice").innerText()).toBe("1 dead letter dropped.");
  await page.click("text=Chats");
  await page.click("text=-1002233445566");
  await page.click("#summary > summary");
  await page.fill("#text", "word ".repeat(2_000));
  await page.click("button.main");
  expect(await page.locator(".notice").innerText()).toMatch(
    /^Nothing was changed. This has 2000 words, and a summary may have \d+/,
  );
  expect(await page.inputValue("#text")).toBe("word ".repeat(2_000).trim());
  faults = faults.filter((fault) => !fault.includes("422"));
});

it("gives back what was typed when it cannot be kept", async () => {
  const { store } = ui().system;
  const { epoch, incarnation, version, seq: to } = await store.begin("43", "");
  const record = { epoch, incarnation, version, to, summary: "Ben.", archivedIn: "airtable" };
  expect(await store.apply("43", record)).toBe("applied");
  const page = await open();
  await page.goto(`${ui().origin}/chats/43`);
  await page.click("#summary > summary");
  await page.fill("#text", "Ben has a boat.");
  await page.click("button.main");
  expect(await page.locator("#refused").innerText()).toContain("set AIRTABLE_PAT");
  expect(await page.inputValue("#text")).toBe("Ben has a boat.");
  faults = faults.filter((fault) => !fault.includes("409"));
});

it("leads on from addresses of what is not there", async () => {
  const page = await open();
  const places = ["/dead/nowhere", "/dead/inbound/999", "/dead/inbound/x", "/chats/nobody", "/x"];
  for (const path of places) {
    const answer = await page.goto(ui().origin + path);
    expect({ path, status: answer?.status() }).toEqual({ path, status: 404 });
    expect(await page.locator("main a").count()).toBeGreaterThan(0);
  }
  faults = faults.filter((fault) => !fault.includes("404"));
});

it("turns the pages of a long list, fifty letters at a time", async () => {
  const { system } = ui();
  const outbound = system.list("outbound");
  await outbound.take({ max: 10, leaseMs: 60_000, waitMs: 0 });
  const jobs = Array.from({ length: 120 }, (_, n) => ({
    id: `n${n}`,
    lane: `${n + 1_000}`,
    body: { n },
  }));
  await outbound.push(jobs);
  const taken = await outbound.take({ max: 120, leaseMs: 60_000, waitMs: 0 });
  await outbound.bury(
    taken.map(({ receipt }) => receipt),
    { reason: "no way" },
  );
  const page = await open({ javaScriptEnabled: false });
  await page.goto(`${ui().origin}/dead/outbound`);
  const shown: number[] = [];
  for (;;) {
    shown.push(await page.locator(".letters li").count());
    const more = page.locator("a[rel=next]");
    if ((await more.count()) === 0) break;
    await more.click();
  }
  expect(shown).toEqual([50, 50, 20]);
  await page.click("button[value=replay_shown]");
  expect(await page.locator(".notice").innerText()).toBe("20 dead letters will be tried again.");
  expect((await outbound.stats()).deadLetters).toBe(100);
});

/** HTML cannot hold a NUL: a browser drops it, or shows a sign instead. */
const clean = (text: string | null) => text?.replaceAll("\u0000", "").replaceAll("\uFFFD", "");

const nasty = [
  `</textarea><script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `\n\n  <b>&amp;&lt;</b> 'single' \${x} \u202Ertl \u0000 end`,
];

it.each(nasty)("shows a nasty text as the text that it is: %j", async (text) => {
  const { system } = ui();
  const turn = await system.memory.open("77", { turnId: "t1", speaker: { id: "7", name: text } });
  await turn.commit({ user: text, assistant: text });
  const outbound = system.list("outbound");
  await outbound.push([{ id: "nasty", lane: text, body: { text } }]);
  const taken = await outbound.take({ max: 10, leaseMs: 60_000, waitMs: 0 });
  await outbound.bury(
    taken.map(({ receipt }) => receipt),
    { reason: text },
  );
  const page = await open();
  page.on("dialog", (dialog) => void faults.push(dialog.message()));
  await page.goto(`${ui().origin}/chats/77`);
  expect(clean(await page.locator(".said").textContent())).toBe(clean(text));
  expect(await page.locator("main script, main img, main b").count()).toBe(0);
  for (const path of ["/dead/outbound", "/dead/outbound/2"]) {
    await page.goto(ui().origin + path);
    expect(await page.locator("main script, main img, main b").count()).toBe(0);
    expect(await page.locator("main").textContent()).toContain(clean(text)?.slice(-12));
  }
});
