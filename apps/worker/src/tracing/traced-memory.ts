import type { Memory, OpenTurn } from "@tgmem/memory";
import type { Tracing } from "@tgmem/service";

/** The same memory, which shows how long it took to open and to commit a turn. */
export function tracedMemory(memory: Memory, tracing: Pick<Tracing, "span">): Memory {
  return {
    ...memory,
    open: (chat, options) =>
      tracing.span("memory open", {}, async () => {
        const turn = await memory.open(chat, options);
        const commit = turn.commit.bind(turn);
        const traced: Pick<OpenTurn, "commit"> = {
          commit: (said, wait) => tracing.span("memory commit", {}, () => commit(said, wait)),
        };
        // A copy would ask each getter for its value, and the report of a prompt counts the tokens of all its texts.
        return Object.assign(turn, traced);
      }),
  };
}
