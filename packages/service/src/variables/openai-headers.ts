/**
 * The names of the headers that the shell tells the `openai` client to send, which reads them by itself. They are meant for
 * OpenAI, and no business of whoever else is asked.
 */
export function headersForOpenAi(): readonly string[] {
  const lines = (process.env["OPENAI_CUSTOM_HEADERS"] ?? "").split("\n");
  return lines.map((line) => line.split(":", 1)[0]?.trim() ?? "").filter(Boolean);
}
