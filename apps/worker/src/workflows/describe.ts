import type { MemorySnapshot } from "@tgmem/memory";
import type { Texts } from "@tgmem/texts";

/** Tells a person what is remembered: the summary, and the last turns word for word. */
export function describe({ summary, turns }: MemorySnapshot, texts: Texts): string {
  const shown = turns.filter(({ undone }) => !undone);
  if (!summary && shown.length === 0) return texts.nothingRemembered;
  const said = shown.map(
    ({ user, assistant, speaker }) =>
      `${speaker?.name ?? texts.you}: ${user}\n${texts.me}: ${assistant}`,
  );
  return [
    ...(summary ? [`${texts.summary}\n${summary}`] : []),
    ...(said.length > 0 ? [`${texts.lastTurns}\n${said.join("\n\n")}`] : []),
  ].join("\n\n");
}
