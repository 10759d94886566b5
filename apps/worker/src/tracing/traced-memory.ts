import type { Memory } from "@tgmem/memory";
import type { Tracing } from "@tgmem/service";

/** The same memory, which shows how long it took to open and to commit a turn. */
export function tracedMemory(memory: Memory, tracing: Pick<Tracing, "span">): Memory {
  return {
    ...memory,
    open: (chat, options) =>
      tracing.span("memory open", {}, async () => {
        const turn = await memory.open(chat, options);
        return {
          ...turn,
          get result() {
            return turn.result;
          },
          commit: (said, wait) => tracing.span("memory commit", {}, () => turn.commit(said, wait)),
        };
      }),
  };
}
