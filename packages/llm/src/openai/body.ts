/** More than this is no answer: it would only fill the memory. */
const maxBytes = 32 * 1024 * 1024;

/** Reads a body as text, however it calls itself. Undefined = it is larger than 32 MiB, and was not read to its end. */
export async function readBody({ body }: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
