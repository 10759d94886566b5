import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import type { Completion } from "./chat-model.ts";
import { chatStream, type ChatStreamWork } from "./index.ts";

const completion = (text: string): Completion => ({ text, finishReason: "stop", model: "m" });
const listeners = ({ signal }: AbortController) => getEventListeners(signal, "abort").length;

async function piecesOf(stream: AsyncIterable<string>): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of stream) pieces.push(piece);
  return pieces;
}

/** Emits a piece, and goes on until it is aborted. */
const work = ({ signal, emit }: ChatStreamWork) =>
  new Promise<Completion>((_resolve, reject) => {
    emit("Hel");
    signal.addEventListener("abort", () => reject(signal.reason));
  });

it("hands out pieces as they come, and what was not emitted last", async () => {
  const go = Promise.withResolvers<void>();
  const stream = chatStream(async ({ emit }) => {
    emit("Hel");
    await go.promise;
    emit("");
    emit("lo, ");
    return completion("Hello, Ada.");
  });
  const read = stream[Symbol.asyncIterator]();
  expect(await read.next()).toEqual({ done: false, value: "Hel" });
  go.resolve();
  expect(await piecesOf({ [Symbol.asyncIterator]: () => read })).toEqual(["lo, ", "Ada."]);
  expect(await stream.completion).toEqual(completion("Hello, Ada."));
});

it("throws the failure after the pieces that came before it", async () => {
  const stream = chatStream(async ({ emit }) => {
    emit("Hel");
    throw new Error("broken");
  });
  const pieces: string[] = [];
  const read = async () => {
    for await (const piece of stream) pieces.push(piece);
  };
  await expect(read()).rejects.toThrow("broken");
  expect(pieces).toEqual(["Hel"]);
  await expect(stream.completion).rejects.toThrow("broken");
});

it("ends the work when nobody reads any more, and when the caller's signal aborts", async () => {
  const left = chatStream(work);
  for await (const piece of left) if (piece === "Hel") break;
  await expect(left.completion).rejects.toMatchObject({ code: "aborted" });

  const stop = new AbortController();
  const stream = chatStream(work, { signal: stop.signal });
  stop.abort(new Error("enough"));
  await expect(piecesOf(stream)).rejects.toThrow("enough");
  expect(listeners(stop)).toBe(0);
});

it("leaves nothing on the signal", async () => {
  const stop = new AbortController();
  const stream = chatStream(async () => completion("Hello"), { signal: stop.signal });
  expect(await piecesOf(stream)).toEqual(["Hello"]);
  expect(listeners(stop)).toBe(0);
});
