import { gzipSync } from "node:zlib";
import type { Behaviour } from "../behaviour.ts";
import { answer, faults } from "../faults.ts";
import { bytesOf, json, raw } from "./raw.ts";

const invalid = Buffer.from([0xff, 0xfe, 0xc3, 0x28]);
const [before = "", after = ""] = bytesOf("Hello MARK.").toString().split("MARK");

/** Answers, from good ones in every form to those that say nothing. */
export const answers: Readonly<Record<string, Behaviour>> = {
  "good answer": answer("Hello there."),
  // Nothing to say.
  "no choices": faults.noChoices(),
  "content null": faults.nullContent(),
  "empty text": faults.emptyText(),
  "blank text": answer("  \n "),
  "zero-width text": answer("\u200b\u200b"),
  "reasoning alone": faults.reasoningOnly(),
  "tool calls alone": answer(null, {
    finishReason: "tool_calls",
    choice: {
      message: {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "c", type: "function", function: { name: "f", arguments: "{}" } }],
      },
    },
  }),
  "a refusal": faults.refusal(),
  "cut by a filter": faults.contentFilter(),
  "cut before a text": faults.lengthWithoutText(),
  // Good, in another form.
  "thoughts in front": answer("<think>My SECRET plan.</think>\n\nHello!"),
  "thoughts without a beginning": answer("My SECRET plan.\n</think>\n\nHello!"),
  "reasoning beside": answer("Hello!", {
    choice: { message: { role: "assistant", content: "Hello!", reasoning: "SECRET" } },
  }),
  "parts of text": answer(null, {
    choice: {
      message: {
        role: "assistant",
        content: [
          { type: "thinking", thinking: "SECRET" },
          { type: "text", text: "Hello " },
          { type: "text", text: "array." },
        ],
      },
    },
  }),
  "cut at the cap": answer("This answer is cut in the mid", { finishReason: "length" }),
  "another finish reason": answer("Hello.", { finishReason: "eos" }),
  "10 MB": answer("word ".repeat(2_000_000)),
  "invalid UTF-8": raw(200, Buffer.concat([Buffer.from(before), invalid, Buffer.from(after)])),
  "NUL and half a character": answer("a\u0000b\ud800c"),
  "white space first": faults.whitespaceFirst("Hello after white space."),
  gzip: raw(200, gzipSync(bytesOf("Hello gzip.")), { ...json, "content-encoding": "gzip" }),
  "another content type": raw(200, bytesOf("Hello plain."), { "content-type": "text/plain" }),
  "no content type": raw(200, bytesOf("Hello no type."), {}),
  "no usage": raw(
    200,
    JSON.stringify({
      choices: [{ finish_reason: "stop", message: { content: "Hello no usage." } }],
    }),
  ),
};
