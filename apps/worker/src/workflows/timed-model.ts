import type { ChatModel } from "@tgmem/llm";

/** The same model, which tells how long each call took, in ms, whether it was answered or not. */
export function timedModel(
  model: ChatModel,
  { now, onEnd }: { readonly now: () => number; readonly onEnd: (ms: number) => void },
): ChatModel {
  function timed<T>(begin: () => T, completionOf: (begun: T) => Promise<unknown>): T {
    const beganAt = now();
    const begun = begin();
    const ended = () => onEnd(now() - beganAt);
    completionOf(begun).then(ended, ended);
    return begun;
  }
  return {
    ...model,
    complete: (messages, options) =>
      timed(
        () => model.complete(messages, options),
        (completion) => completion,
      ),
    stream: (messages, options) =>
      timed(
        () => model.stream(messages, options),
        ({ completion }) => completion,
      ),
  };
}
