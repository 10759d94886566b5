import type { InboundMessage } from "@tgmem/contracts";
import { textsFor } from "@tgmem/texts";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createAnswering } from "./answering.ts";
import { createDrafts } from "./drafts.ts";
import { createNotices } from "./notices.ts";

const { late } = textsFor("en");
const message: InboundMessage = {
  v: 1,
  chatId: "42",
  userId: "42",
  messageId: 3,
  text: "hello",
  sentAtMs: 1,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What a person gets to see of one answer, in its order. */
function setup({
  streaming,
  isFirst = async () => true,
}: {
  readonly streaming: boolean;
  readonly isFirst?: () => Promise<boolean>;
}) {
  const seen: string[] = [];
  const redis = {
    status: "ready",
    publish: async (_channel: string, body: string) =>
      void seen.push(JSON.parse(body).answer ? "a draft" : "no more drafts"),
  };
  const begin = createAnswering({
    mark() {
      seen.push("typing");
      return () => void seen.push("no more typing");
    },
    notices: createNotices({
      outbound: { push: async ([job]) => (seen.push(job?.body.text ?? ""), []) },
      isFirst,
      onError(error) {
        throw error;
      },
    }),
    sinceMs: () => undefined,
    drafts: streaming ? createDrafts(redis) : undefined,
  });
  return { seen, begin: () => begin("id", message, new AbortController()) };
}

it("shows typing, the answer as it grows, and neither of them when it is made", async () => {
  const { seen, begin } = setup({ streaming: true });
  const { onText, ended } = begin();
  onText?.("Once upon a time there was a mouse in a house.");
  await vi.advanceTimersByTimeAsync(200);
  await ended();
  expect(seen).toEqual(["typing", "a draft", "no more drafts", "no more typing"]);
});

it("tells nobody that an answer is late that they see grow", async () => {
  const { seen, begin } = setup({ streaming: true });
  const { onText, ended } = begin();
  for (let count = 1; count <= 100; count++) {
    onText?.("word ".repeat(10 * count));
    await vi.advanceTimersByTimeAsync(1_000);
  }
  await ended();
  expect(seen).not.toContain(late);
});

it("tells that an answer is late of which nothing is seen", async () => {
  const { seen, begin } = setup({ streaming: true });
  const { ended } = begin();
  await vi.advanceTimersByTimeAsync(45_000);
  await ended();
  expect(seen).toEqual(["typing", late, "no more typing"]);
});

it("lets no answer go before what is told of it has been", async () => {
  const asked = Promise.withResolvers<boolean>();
  const { seen, begin } = setup({ streaming: true, isFirst: () => asked.promise });
  const { ended } = begin();
  await vi.advanceTimersByTimeAsync(45_000);
  const free = ended();
  asked.resolve(true);
  await free;
  expect(seen).toEqual(["typing", late, "no more typing"]);
});

it("has the model asked for the whole answer where nobody sees it grow", () => {
  const { begin } = setup({ streaming: false });
  expect(begin().onText).toBeUndefined();
});
