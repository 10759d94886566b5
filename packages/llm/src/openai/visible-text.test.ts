import { describe, expect, it } from "vitest";
import { visibleText } from "./visible-text.ts";

describe("what a person may see of an answer", () => {
  it.each([
    ["a block", "<think>plan</think>\n\nHello!"],
    ["two blocks", "<think>plan</think>\n<think>more</think>Hello!"],
    ["capitals and white space in the tag", "\n < THINK >\nplan\n</ Think >\nHello!"],
    ["an attribute", '<think type="deep">plan</think>Hello!'],
    ["a namespace", "<seed:think>plan</seed:think>Hello!"],
    ["thinking", "<thinking>plan</thinking>Hello!"],
    ["thought", "<thought>plan</thought> Hello!"],
    ["reasoning", "<reasoning>plan</reasoning>Hello!"],
    ["two spellings", "<think>plan</thinking>Hello!"],
    ["triangles", "◁think▷plan◁/think▷Hello!"],
    ["square brackets", "[THINK]plan[/THINK]Hello!"],
    [
      "channels",
      "<|channel|>analysis<|message|>plan<|end|><|start|>assistant<|channel|>final<|message|>Hello!<|return|>",
    ],
    ["a channel without its end", "<|channel|>analysis plan<|channel|>final<|message|>Hello!"],
    ["the header of an answer alone", "<|start|>assistant<|channel|>final<|message|>Hello!"],
    ["a lone closing tag", "The user asks… okay.\n</think>\n\nHello!"],
    ["a lone closing tag at the start", "</think>\n\nHello!"],
    ["a lone closing tag without a space", "The user asks.</think>Hello!"],
    ["a lone closing tag in brackets", "The user asks.\n[/THINK]Hello!"],
    ["a lone tag behind a block", "<think>a</think>still\n</think>\nHello!"],
    ["nested blocks", "<think>a<think>b</think>c</think>Hello!"],
    ["reasoning about an opening tag", "<think>I shall explain <think>.</think>Hello!"],
    ["reasoning about both tags", "<think>Say <think> and </think>.</think>Hello!"],
    ["reasoning about tags in code", "<think>Say `</think>` here.</think>Hello!"],
    ["reasoning with half a code span", "<think>an odd ` mark</think>Hello!"],
    ["reasoning with half a fence", "<think>\n```js\nx\n</think>Hello!"],
    ["lone reasoning about an opening tag", "They ask of the <think> tag.\n</think>\nHello!"],
  ])("is without %s", (_name, text) => {
    expect(visibleText(text)).toBe("Hello!");
  });

  it.each([
    ["a block that never closes", "<think>The user wants"],
    ["a block alone", "<think>plan</think>\n"],
    ["a channel that never closes", "<|channel|>analysis<|message|>The user wants"],
    ["reasoning that ends with its tag", "The user wants\n</think>"],
  ])("is nothing of %s", (_name, text) => {
    expect(visibleText(text)).toBe("");
  });

  it.each([
    "Hello!\n",
    "  Hello!",
    "In HTML, <think> is no element.",
    "In HTML, </think> is no element.",
    "Models write <think> and </think> around it.",
    "Models write <think>this</think> first.",
    'The tag "</think>" ends it.',
    "Write `<think>` first, then `</think>`.",
    "`<think>` opens it, `</think>` closes it.",
    "```xml\n<think>\nplan\n</think>\nanswer\n```",
    "So:\n\n```xml\n<think>\nplan\n</think>\n```\nDone.",
    "So it looks:\n\n<think>\nplan\n</think>\n\nanswer",
    "- </think> ends it",
    "[Think](https://example.org) of it.",
    "<b>Think</b> of it.",
    "<thinker>",
    "I think [/this] is <fine>.",
  ])("is all of an answer that thinks of nothing, or speaks of tags: %s", (text) => {
    expect(visibleText(text)).toBe(text);
  });

  it("is found in one pass, however many tags there are", () => {
    expect(visibleText(`<think>${"<think>\n`</think>".repeat(50_000)}`)).toBeTypeOf("string");
    expect(visibleText(`Hello ${"< ".repeat(500_000)}`)).toHaveLength(1_000_006);
  });
});
