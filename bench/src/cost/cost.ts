import type { MemoryPolicy } from "@tgmem/memory";
import type { Bench } from "../bench.ts";
import type { Goal, Row } from "../report.ts";
import { converse, type Spent } from "./conversation.ts";

/** Words of what was said long ago that the bot quotes by default at most. Here every message finds some. */
const recalled: MemoryPolicy = { recallWords: 150 };

const policies: Readonly<Record<string, MemoryPolicy>> = {
  "fifo (default)": {},
  "fifo, 150 words recalled (the bot)": recalled,
  "fifo, window of 5, 150 words recalled": { window: 5, ...recalled },
  since_summary: { prompt: "since_summary" },
  "since_summary, 150 words recalled": { prompt: "since_summary", ...recalled },
  "since_summary, every 8": { prompt: "since_summary", summarizeEvery: 8 },
  "since_summary, every 6": { prompt: "since_summary", summarizeEvery: 6 },
  "since_summary, every 9, overlap 1": { prompt: "since_summary", summarizeEvery: 9, overlap: 1 },
};

/** A multiple of how many turns each policy summarizes at once (10, 7, 8, 6 and 9), so that no summary counts by half. */
const turns = 2_520;
/** US dollars of a million tokens: a small model. */
const prices = { input: 0.25, output: 2 };
/** What a cached token costs of one that is read anew. */
const cachedPart = 0.1;
/** What the first plan of this bot expected. */
const planned = { input: 10_300, output: 1_300 };

/** Tokens and money of ten messages, from the prompts that memory and summarizer make. The rounds are all the same. */
export const cost: Bench = async ({ onProgress }) => {
  const rows: Row[] = [];
  const spent = new Map<string, Spent>();
  for (const [name, policy] of Object.entries(policies)) {
    onProgress(name);
    const ten = await converse(policy, turns);
    spent.set(name, ten);
    rows.push(rowOfTen(name, ten));
  }
  rows.push(
    rowOfTen("the plan", { chatInput: 8_500, summaryInput: 1_800, output: planned.output }),
  );
  const wanted = spent.get("since_summary");
  return {
    servers: {
      tokenizer: "o200k_base",
      cache: `from 1024 tokens in steps of 128 at ${cachedPart} of the price, and no pause outlives it`,
      "a million tokens": `$${prices.input} in, $${prices.output} out`,
    },
    costsOf: "ten messages",
    rows,
    goals: wanted
      ? [
          goal("since_summary: input, billed with a cache", planned.input, billed(wanted)),
          goal("since_summary: input, without a cache", 13_000, inputOf(wanted)),
          goal("since_summary: turns that the model was not told of", 0, wanted.untold),
        ]
      : [],
  };
};

type Ten = Pick<Spent, "chatInput" | "summaryInput" | "output"> & Partial<Spent>;

const inputOf = ({ chatInput, summaryInput }: Ten) => chatInput + summaryInput;
const billed = ({ cached = 0, ...ten }: Ten) => inputOf(ten) - (1 - cachedPart) * cached;
const cents = (input: number, output: number) =>
  Math.round((input * prices.input + output * prices.output) / 100) / 100;

function rowOfTen(what: string, ten: Ten): Row {
  const input = Math.round(inputOf(ten));
  const withCache = ten.cached !== undefined && {
    cached: Math.round(ten.cached),
    "billed with cache": Math.round(billed(ten)),
    "cents with cache": cents(billed(ten), ten.output),
  };
  return {
    what,
    unit: "tokens in",
    median: input,
    rounds: [input],
    cost: {
      "chat in": Math.round(ten.chatInput),
      "summary in": Math.round(ten.summaryInput),
      out: Math.round(ten.output),
      cents: cents(input, ten.output),
      ...withCache,
    },
  };
}

/** Exact, because nothing here is measured by a clock. */
function goal(what: string, wanted: number, value: number): Goal {
  const measured = Math.ceil(value);
  return { what, wanted, atMost: true, measured, rounds: [measured], reached: measured <= wanted };
}
