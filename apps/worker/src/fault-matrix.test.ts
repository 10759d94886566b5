import type { ChatModel } from "@tgmem/llm";
import { openaiChatModel } from "@tgmem/llm/openai";
import { answer, modes, startOpenRouterServer } from "@tgmem/openrouter-test-server";
import { createOutages } from "@tgmem/service";
import { recordingLogger, registeredMetrics } from "@tgmem/service/testing";
import OpenAI from "openai";
import { afterAll, expect, it } from "vitest";
import { observe, type Observers } from "./observe.ts";
import { start } from "./worker.kit.ts";

const server = await startOpenRouterServer();
afterAll(() => server.close());

const secrets = /SECRET|USERTEXT/u;
/** Modes that never come to an end are not waited for; all others are, and what comes after, however busy the machine is. */
const endless: ReadonlySet<string> = new Set([
  "never answers",
  "stalls in the body",
  "a byte now and then",
]);
/** A model that is known not to do this and does it all the same is found out by its answer alone. */
const aloud = "thoughts without a beginning";
const columns = [
  "mode",
  "outcome",
  "code",
  "requests",
  "waits",
  "the person reads",
  "remembered",
  "logged",
];

/**
 * What one mode comes to: what happens at once, and what when it lasts for a minute and is over then. `onText` hears what
 * people see of the answers while they are written.
 */
async function rowOf(mode: string, onText?: (text: string) => void): Promise<readonly string[]> {
  server.reset();
  let isOver = false;
  // Counted where they are made: one that is given up may reach the server late, or never.
  let requests = 0;
  let waitedMs = 0;
  let passedMs = 0;
  const { logger, lines } = recordingLogger();
  const observers: Observers[] = [];
  const outages = createOutages(logger, { now: () => Date.now() + passedMs });
  await registeredMetrics("worker", ({ metrics }) =>
    observers.push(observe({ logger, metrics, outages })),
  );
  const [on] = observers;
  const client = new OpenAI({
    apiKey: "SECRET",
    baseURL: server.baseURL,
    fetch: (...request) => {
      requests++;
      return fetch(...request);
    },
  });
  const modelOf = (patienceMs: number) =>
    openaiChatModel(client, {
      model: "m",
      maxOutputTokens: 4_000,
      attemptTimeoutMs: patienceMs,
      idleTimeoutMs: patienceMs,
      random: () => 1,
      holdUnknown: true,
      // The breaker of the model sees the time pass that the lists see pass.
      now: () => Date.now() + passedMs,
      pause: async (ms) => void (waitedMs += ms),
      onEvent: (event) => on?.model("chat", event),
    });
  const patient = modelOf(60_000);
  const impatient = modelOf(300);
  const asked = () => (isOver || !endless.has(mode) ? patient : impatient);
  const model: ChatModel = {
    complete: (...call) => asked().complete(...call),
    stream: (...call) => asked().stream(...call),
  };
  // A stranger's first answer is held back, so the model is none where its text is to be seen while it is written.
  server.when(() => true, answer("Hello."));
  if (onText && mode !== aloud)
    for (const one of [patient, impatient])
      await one.stream([{ role: "user", content: "Hello!" }]).completion;
  const behaviour = modes[mode];
  if (behaviour) server.when(() => true, behaviour);
  const before = requests;
  const bot = start([], {
    model,
    summarizing: false,
    ...(onText && { answering: () => ({ onText, ended: async () => {} }) }),
    onEvent: (event) => on?.chat(event),
    onPassed: () => on?.modelAnswered(),
  });
  const advance = (ms: number) => {
    passedMs += ms;
    bot.advance(ms);
  };
  await bot.say("USERTEXT");
  await bot.run();
  const made = requests - before;
  const [first] = bot.events;
  const read = await bot.sent();

  const isHeld = first?.type === "failed" && first.action !== "bury";
  if (isHeld) {
    advance(60_000);
    await bot.run();
    read.push(...(await bot.sent()));
    server.reset();
    server.when(() => true, answer("Hello at last."));
    isOver = true;
    advance(60_000);
    await bot.run();
    read.push(...(await bot.sent()));
  }
  const turns = await bot.turns();
  expect(read.join("\n"), mode).not.toMatch(secrets);
  expect(lines.join("\n"), mode).not.toMatch(secrets);
  // Nobody remembers what its person has not read.
  for (const [, said = ""] of turns) expect(read, mode).toContain(said);
  return [
    mode,
    first?.type === "failed" ? first.action : (first?.type ?? "nothing"),
    first?.type === "failed" ? (/^\w+ (\w+)/u.exec(first.reason)?.[1] ?? "") : "",
    String(made),
    pausesOf(waitedMs),
    read.map(shown).join(" / "),
    turns.map(([, said = ""]) => shown(said)).join(" / "),
    [...new Set(lines.map(lineOf))].join(", "),
  ];
}

/** A date in `Retry-After` has seconds only, so how long is waited for it is never the same. */
const pausesOf = (ms: number): string => {
  if (ms === 0) return "none";
  return ms < 5_000 ? "to 5 s" : "above 5 s";
};

const shown = (text: string): string => {
  const line = JSON.stringify(text).slice(1, -1);
  return line.length > 70 ? `${line.slice(0, 60)}… (${text.length})` : line;
};

function lineOf(line: string): string {
  const { level, msg }: { level: number; msg: string } = JSON.parse(line);
  return `${level >= 40 ? "warning" : "note"}: ${msg}`;
}

const rows = new Map<string, readonly string[]>();
async function wholeRowOf(mode: string): Promise<readonly string[]> {
  const row = rows.get(mode) ?? (await rowOf(mode));
  rows.set(mode, row);
  return row;
}

it("does right by everybody, whatever a provider does", async () => {
  const table = [columns];
  for (const mode of Object.keys(modes)) table.push([...(await wholeRowOf(mode))]);
  const widths = columns.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
  const text = table
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join(" | ")
        .trimEnd(),
    )
    .join("\n");
  await expect(`${text}\n`).toMatchFileSnapshot("fault-matrix.txt");
});

/** Once people have read a piece, nobody else takes over: the list tries again, not the model. */
const differing = new Set(["requests", "waits", "logged"]);
const same = (row: readonly string[]) => row.filter((_, at) => !differing.has(columns[at] ?? ""));

it("does the same by everybody who sees the answer grow, and shows nobody a thought or an error", async () => {
  for (const mode of Object.keys(modes)) {
    const heard: string[] = [];
    const grown = await rowOf(mode, (text) => {
      // The last text of each call holds all before it.
      if (text.startsWith(heard.at(-1) ?? text)) heard.pop();
      heard.push(text);
    });
    expect(same(grown), mode).toEqual(same(await wholeRowOf(mode)));
    expect(heard.join("\n"), mode).not.toMatch(secrets);
    expect(heard.join("\n"), mode).not.toMatch(/think>|error/iu);
  }
});
