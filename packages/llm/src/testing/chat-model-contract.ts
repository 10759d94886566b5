import type { ChatMessage, ChatModel } from "../chat-model.ts";
import { LlmError } from "../errors.ts";

/** What the model under test meets: `answers` = a healthy provider, `silent` = one that never answers, `failing` = one that answers with failures. */
export type ChatModelSituation = "answers" | "silent" | "failing";

export interface ChatModelUnderTest {
  readonly model: ChatModel;
  readonly close?: () => Promise<void> | void;
}

export interface ChatModelContractOptions {
  readonly create: (
    situation: ChatModelSituation,
  ) => ChatModelUnderTest | Promise<ChatModelUnderTest>;
  /** Titles of cases the adapter cannot meet, each with the reason. They are expected to fail. */
  readonly cannot?: Readonly<Record<string, string>>;
  /** How long a call that should settle may take; far above what it needs, far below a test's time limit. @default 5_000 */
  readonly patienceMs?: number;
}

export interface ContractCase {
  readonly title: string;
  readonly run: () => Promise<void>;
  /** The adapter declares that it cannot meet this case: expect the run to fail. */
  readonly because?: string;
}

const prompt: readonly ChatMessage[] = [
  { role: "system", content: "You are a friendly assistant." },
  { role: "user", content: "My name is Ada." },
  { role: "assistant", content: "Hello, Ada." },
  { role: "user", content: "Hello again!" },
];

function check(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new Error(`Broken promise: ${promise}`);
}

type Settled = (
  call: Promise<unknown>,
  promise: string,
) => Promise<{ readonly value?: unknown; readonly error?: unknown }>;

/** Says how a call ended; one that does not settle in time breaks the promise. */
const settledWithin =
  (patienceMs: number): Settled =>
  async (call, promise) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`Broken promise: ${promise}`)), patienceMs);
    });
    const end = call.then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    try {
      return await Promise.race([end, late]);
    } finally {
      clearTimeout(timer);
    }
  };

function checkError(error: unknown, codes?: readonly string[]): void {
  check(error instanceof LlmError, "every failure is an LlmError");
  check(
    codes === undefined || codes.includes(error.code),
    `the code is ${codes?.join(" or ")}, not ${error.code}`,
  );
  check(!error.message.includes("Ada"), "an error holds no text of the person");
}

const cases: readonly {
  title: string;
  situation: ChatModelSituation;
  run: (model: ChatModel, settled: Settled) => Promise<void>;
}[] = [
  {
    title: "resolves with a text, a finish reason and the name of a model",
    situation: "answers",
    async run(model) {
      const { text, finishReason, model: name } = await model.complete(prompt);
      check(text.trim() !== "", "the text is never empty");
      check(
        finishReason === "stop" || finishReason === "length",
        "the finish reason is stop or length",
      );
      check(name !== "", "the model that answered is named");
    },
  },
  {
    title: "does not change the messages it is given",
    situation: "answers",
    async run(model) {
      const messages = structuredClone(prompt);
      await model.complete(messages);
      check(JSON.stringify(messages) === JSON.stringify(prompt), "the messages are read only");
    },
  },
  {
    title: "answers calls side by side",
    situation: "answers",
    async run(model) {
      const completions = await Promise.all(
        Array.from({ length: 10 }, () => model.complete(prompt)),
      );
      check(
        completions.every(({ text }) => text !== ""),
        "every call gets an answer",
      );
    },
  },
  {
    title: "rejects with aborted when the signal has fired before the call",
    situation: "answers",
    async run(model, settled) {
      const { error } = await settled(
        model.complete(prompt, { signal: AbortSignal.abort() }),
        "an aborted call settles",
      );
      checkError(error, ["aborted"]);
    },
  },
  {
    title: "rejects with aborted when the signal fires during the call",
    situation: "silent",
    async run(model, settled) {
      const stop = new AbortController();
      const call = model.complete(prompt, { signal: stop.signal });
      setTimeout(() => stop.abort(), 20);
      const { error } = await settled(call, "an aborted call settles promptly");
      checkError(error, ["aborted"]);
    },
  },
  {
    title: "settles by the deadline when no answer comes",
    situation: "silent",
    async run(model, settled) {
      const { error } = await settled(
        model.complete(prompt, { deadlineMs: 100 }),
        "a call settles by its deadline",
      );
      checkError(error, ["timeout"]);
      check(error instanceof LlmError && error.retryable, "a timeout may pass");
    },
  },
  {
    title: "rejects with an LlmError when the provider fails",
    situation: "failing",
    async run(model, settled) {
      const { value, error } = await settled(
        model.complete(prompt, { deadlineMs: 500 }),
        "a call settles by its deadline",
      );
      check(value === undefined, "a failure is never an answer");
      checkError(error);
    },
  },
];

/** The promises of `ChatModel`, as cases for any test runner. */
export function chatModelContract({
  create,
  cannot = {},
  patienceMs = 5_000,
}: ChatModelContractOptions): readonly ContractCase[] {
  const unknown = Object.keys(cannot).find(
    (title) => !cases.some((known) => known.title === title),
  );
  if (unknown !== undefined)
    throw new Error(`No case is called "${unknown}": correct the title in \`cannot\`.`);
  return cases.map(({ title, situation, run }) => {
    const because = cannot[title];
    return {
      title: because === undefined ? title : `${title} (cannot: ${because})`,
      ...(because !== undefined && { because }),
      async run() {
        const { model, close } = await create(situation);
        try {
          await run(model, settledWithin(patienceMs));
        } finally {
          await close?.();
        }
      },
    };
  });
}
