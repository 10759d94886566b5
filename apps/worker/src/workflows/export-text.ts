import type { MemoryExport } from "@tgmem/memory";
import type { Texts } from "@tgmem/texts";

/** An answer goes out as messages of 4,096 characters. So many of older turns are a dozen messages. */
const mostEarlier = 48_000;

/** Gives a person all that is remembered as data; of older turns the newest ones, as many as have room. */
export function exportText(data: MemoryExport, texts: Texts): string {
  const { earlier = [] } = data;
  let from = earlier.length;
  let room = mostEarlier;
  while (from > 0 && (room -= JSON.stringify(earlier[from - 1]).length) >= 0) from--;
  const shown = { ...data, ...(data.earlier && { earlier: earlier.slice(from) }) };
  const title = from > 0 ? texts.exportedNewest : texts.exported;
  return `${title}\n\`\`\`json\n${JSON.stringify(shown, null, 1)}\n\`\`\``;
}
