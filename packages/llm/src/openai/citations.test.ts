import { answer, httpError } from "@tgmem/openrouter-test-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { citationsIn } from "./citations.ts";
import { messages, startBench } from "./openai.kit.ts";

const page = { url: "https://example.org/a", title: "A page", content: "words ".repeat(500) };
const searched = answer("It rains.", { citations: [page, { url: "https://example.org/b" }, page] });
const cited = [{ url: page.url, title: "A page" }, { url: "https://example.org/b" }];
const tools = [{ type: "openrouter:web_search" }];

let bench: Awaited<ReturnType<typeof startBench>>;

beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

describe("an answer that was looked up on the web", () => {
  it("tells the pages that it draws on, each once, whole and in a stream", async () => {
    bench.fake.next(searched, searched);
    const model = bench.model({ extraBody: { tools } });
    expect(await model.complete(messages)).toMatchObject({ text: "It rains.", citations: cited });
    const stream = model.stream(messages);
    let text = "";
    for await (const piece of stream) text += piece;
    expect(text).toBe("It rains.");
    expect((await stream.completion).citations).toEqual(cited);
    expect(bench.fake.requests[0]?.body).toMatchObject({ tools });
  });

  it("says that its prompt was larger than the messages; another answer does not", async () => {
    const found = await bench.model({ extraBody: { tools } }).complete(messages);
    expect(found.usage?.enlarged).toBe(true);
    const plain = await bench.model().complete(messages);
    expect(plain).not.toHaveProperty("citations");
    expect(plain.usage).not.toHaveProperty("enlarged");
  });

  it.each([
    [404, "No endpoints found that support tool use"],
    [400, "`tool calling` is not supported with this model"],
    [400, "registry.ollama.ai/library/gemma:2b does not support tools"],
  ])("is asked without the tool of a model that takes none (%i, %s)", async (status, message) => {
    bench.fake.next(httpError(status, { message }));
    const model = bench.model({ extraBody: { tools }, fallbackModels: ["second/model"] });
    await model.complete(messages);
    const { usage } = await model.complete(messages);
    expect(bench.modelsAsked()).toEqual(Array(3).fill("first/model"));
    expect(bench.fake.requests.map(({ body }) => "tools" in body)).toEqual([true, false, false]);
    expect(usage).not.toHaveProperty("enlarged");
  });
});

const annotationOf = (url: string, title = "") => ({
  type: "url_citation",
  url_citation: { url, title },
});

it("takes pages in the form of other servers, and nothing that is no page of the web", () => {
  expect(
    citationsIn([
      { type: "url_citation", url: "https://a.test/x y", title: " A\n page " },
      annotationOf("javascript:alert(1)"),
      annotationOf("not an address"),
      annotationOf(`https://a.test/${"x".repeat(3_000)}`),
      { type: "file_citation", url_citation: { url: "https://a.test/file" } },
      { type: "url_citation", url_citation: "https://a.test/text" },
      null,
      "https://a.test/",
    ]),
  ).toEqual([{ url: "https://a.test/x%20y", title: "A page" }]);
});

it("keeps twenty pages at most, and the title that comes later", () => {
  const many = Array.from({ length: 30 }, (_, at) => annotationOf(`https://a.test/${at}`));
  const pages = citationsIn([...many, annotationOf("https://a.test/0", "Zero")]);
  expect(pages).toHaveLength(20);
  expect(pages[0]).toEqual({ url: "https://a.test/0", title: "Zero" });
});
