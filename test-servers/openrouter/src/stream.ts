import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Behaviour } from "./behaviour.ts";
import { type Answer, completion } from "./completion.ts";
import { pause } from "./deadline.ts";

/**
 * A step of a scripted stream. A text is a piece of the answer; `event` is sent as it is, an object as JSON; `comment` keeps
 * the connection alive; `pauseMs` waits. After an `end` no step is made: `cut` ends the answer in the middle without a word,
 * `reset` cuts the connection, and `stall` says nothing more.
 */
export type StreamStep =
  | string
  | { readonly event: unknown }
  | { readonly comment: string }
  | { readonly pauseMs: number }
  | { readonly end: "cut" | "reset" | "stall" };

const open = (response: ServerResponse): void =>
  void response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-cache",
    "x-generation-id": "gen-test",
  });

/** False = the client reads more slowly than this is written. */
const write = (response: ServerResponse, event: unknown): boolean =>
  response.write(`data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`);

/** Makes the chunks of one answer. */
function chunksOf({ choices: [choice], usage, ...answer }: Answer) {
  const base = { ...answer, object: "chat.completion.chunk" };
  const chunk = (delta: object, end: object = { finish_reason: null }) => ({
    ...base,
    choices: [{ index: 0, delta, ...end }],
  });
  const { message: _message, ...end } = choice ?? {};
  return {
    piece: (content: string) => chunk({ role: "assistant", content }),
    delta: chunk,
    end: () => chunk({ role: "assistant", content: "" }, end),
    usage: () => ({ ...base, choices: [], usage }),
  };
}

/** Streams a whole answer in pieces of a few characters, as fast as they are read, with its usage at the end. */
export async function sendStream(answer: Answer, response: ServerResponse): Promise<void> {
  const chunks = chunksOf(answer);
  open(response);
  const [choice] = answer.choices;
  const { content = null, annotations = [], ...message } = choice?.message ?? {};
  write(response, chunks.delta({ ...message, content: "" }));
  if (Array.isArray(annotations))
    for (const annotation of annotations as readonly unknown[])
      write(response, chunks.delta({ role: "assistant", content: "", annotations: [annotation] }));
  if (typeof content === "string")
    for (const [piece] of content.matchAll(/.{1,8}/gsu)) {
      if (!write(response, chunks.piece(piece))) await readOn(response);
      if (response.destroyed) return;
    }
  else if (content !== null) write(response, chunks.delta({ content }));
  if (choice) write(response, chunks.end());
  if (answer.usage) write(response, chunks.usage());
  write(response, "[DONE]");
  response.end();
}

/** Resolves when the client has read what was written, or has gone. */
async function readOn(response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  response.once("close", leave);
  if (!response.destroyed) await once(response, "drain", gone).catch(() => {});
  response.off("close", leave);
}

/** Streams these steps, and ends well, with usage and `[DONE]`, unless a step ends it otherwise. */
export const streamed =
  (...steps: readonly StreamStep[]): Behaviour =>
  async (request, response) => {
    const text = steps.filter((step) => typeof step === "string").join("");
    const chunks = chunksOf(completion(request, text, {}));
    open(response);
    write(response, chunks.piece(""));
    for (const step of steps) {
      if (typeof step === "string") write(response, chunks.piece(step));
      else if ("event" in step) write(response, step.event);
      else if ("comment" in step) response.write(`: ${step.comment}\n\n`);
      else if ("pauseMs" in step) await pause(step.pauseMs);
      else {
        await endBadly(response, step.end);
        return;
      }
    }
    for (const event of [chunks.end(), chunks.usage(), "[DONE]"]) write(response, event);
    response.end();
  };

async function endBadly(response: ServerResponse, how: "cut" | "reset" | "stall"): Promise<void> {
  if (how === "cut") response.end();
  if (how !== "reset") return;
  // What was written before leaves first.
  await pause(10);
  response.socket?.destroy();
}
