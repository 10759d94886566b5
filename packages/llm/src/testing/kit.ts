import { equal, ok } from "node:assert/strict";
import type { ChatMessage, ChatModel, ChatStream, Completion } from "../chat-model.ts";
import { withDeadline } from "../deadline.ts";
import { LlmError, type LlmErrorCode } from "../errors.ts";

/** Title → check. Every check gets a model of its own. */
export type Cases = Readonly<Record<string, (model: ChatModel) => Promise<void>>>;

const name = "Ada";
export const prompt = (): readonly ChatMessage[] => [
  { role: "system", content: "You are a friendly assistant." },
  { role: "user", content: `My name is ${name}.` },
  { role: "assistant", content: `Hello, ${name}.` },
  { role: "user", content: "Hello again!" },
];

/** Far above what a call needs that settles at all, far below the time limit of a test. */
const settlesWithinMs = 10_000;

/** What a call comes to. A call that does not settle breaks the promise. */
export function settled<T>(call: Promise<T>): Promise<T> {
  const late = () => new Error(`the call did not settle within ${settlesWithinMs} ms`);
  return withDeadline(call, { ms: settlesWithinMs, late });
}

/** Reads a stream to its end. */
export function read(
  stream: ChatStream,
): Promise<{ readonly pieces: readonly string[]; readonly completion: Completion }> {
  const all = async () => {
    const pieces: string[] = [];
    for await (const piece of stream) pieces.push(piece);
    return { pieces, completion: await stream.completion };
  };
  return settled(all());
}

/** The error that a call rejects with. A call that resolves, or does not settle, breaks the promise. */
export async function failureOf(call: Promise<unknown>): Promise<LlmError> {
  const end = call.then(
    () => new Error("the call resolved"),
    (reason: unknown) => reason,
  );
  const error = await settled(end);
  ok(error instanceof LlmError, `every failure is an LlmError, not ${String(error)}`);
  ok(!error.message.includes(name), "an error holds no text of the person");
  return error;
}

export async function rejectsWith(code: LlmErrorCode, call: Promise<unknown>): Promise<LlmError> {
  const error = await failureOf(call);
  equal(error.code, code);
  return error;
}
