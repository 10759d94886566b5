import type { Behaviour } from "../behaviour.ts";

export const json = { "content-type": "application/json" };

/** A whole answer as bytes, to be spoiled on its way. */
export const bytesOf = (text: string) =>
  Buffer.from(
    JSON.stringify({
      id: "gen-1",
      object: "chat.completion",
      model: "m",
      choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: text } }],
      usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
    }),
  );

/** Answers with this, as it is. */
export const raw =
  (
    status: number,
    body: string | Buffer,
    headers: Readonly<Record<string, string>> = json,
  ): Behaviour =>
  (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

/** A proxy's page. */
export const page = (status: number) =>
  raw(status, "<html><title>Bad Gateway</title></html>", { "content-type": "text/html" });

/** What OpenRouter says of an error that it does not name. */
export const provider = (more: Readonly<Record<string, unknown>>) => ({
  message: "Provider returned error",
  metadata: { provider_name: "Test", ...more },
});
