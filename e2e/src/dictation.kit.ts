import type { OpenRouterServer } from "@tgmem/openrouter-test-server";
import { until } from "@tgmem/processes";

/** An answer of the model, which the test writes. */
export interface Dictated {
  /** Writes a piece of it. */
  write(piece: string): void;
  /** Tells a page of the web on which it draws. */
  cite(page: { readonly url: string; readonly title: string }): void;
  /** Ends it well. */
  end(): void;
  /** Lets the model die. */
  die(): void;
  /** Whether whoever asked for it has gone before its end. */
  isLetGo(): boolean;
  /** Ends it by a filter of the provider: the answer is none. */
  filter(): void;
}

/** Makes the chat model write what the test dictates. Resolves with the answer to the next message that has this word. */
export function dictation(server: OpenRouterServer): (word: string) => Promise<Dictated> {
  const asked: { readonly content: string; readonly answer: Dictated }[] = [];
  server.when(
    ({ model }) => model === "fake/chat",
    ({ messages }, response) => {
      const event = (data: unknown) =>
        void response.write(`data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`);
      const finish = (reason: string) => {
        event({ choices: [{ delta: { content: "" }, finish_reason: reason }] });
        event({ choices: [], usage: { prompt_tokens: 10, completion_tokens: 20, cost: 0.5 } });
        event("[DONE]");
        response.end();
      };
      response.writeHead(200, { "content-type": "text/event-stream" });
      event({ choices: [{ delta: { role: "assistant", content: "" } }] });
      const answer: Dictated = {
        write: (piece) => event({ choices: [{ delta: { content: piece } }] }),
        cite: (url_citation) =>
          event({
            choices: [
              { delta: { content: "", annotations: [{ type: "url_citation", url_citation }] } },
            ],
          }),
        end: () => finish("stop"),
        filter: () => finish("content_filter"),
        isLetGo: () => response.destroyed && !response.writableEnded,
        die: () => void response.socket?.destroy(),
      };
      asked.push({ content: messages.at(-1)?.content ?? "", answer });
    },
  );
  return async (word) => {
    const call = await until(() => asked.find(({ content }) => content.includes(word)), {
      timeoutMs: 120_000,
      what: `the model to be asked about ${word}`,
    });
    asked.splice(asked.indexOf(call), 1);
    return call.answer;
  };
}
