import type { ModelChoices } from "@tgmem/contracts";
import type { ChatModel } from "@tgmem/llm";
import { MemoryError } from "@tgmem/memory";

/** The models among which each chat may choose, and what the chats have chosen. */
export interface ModelMenu {
  readonly names: readonly string[];
  readonly choices: ModelChoices;
}

/** Which model a chat has chosen. */
interface Chosen {
  /** The name of a model that is offered; absent = the usual one answers. */
  readonly name?: string;
  /** Erases the choice of a model that is offered no more, unless the chat has chosen again; absent = it is offered, or there is none. */
  readonly dropGone?: () => Promise<void>;
}

/** Looks up which model a chat has chosen. Rejects as a store that is ill does: another model was not asked for. */
export async function chosenIn(chatId: string, menu: ModelMenu | undefined): Promise<Chosen> {
  if (!menu) return {};
  const { names, choices } = menu;
  const name = await choices.of(chatId).catch((cause: unknown) => {
    throw new MemoryError("store_unavailable", "Redis does not say which model was chosen.", {
      cause,
    });
  });
  if (name === undefined) return {};
  if (names.includes(name)) return { name };
  return {
    async dropGone() {
      if ((await choices.of(chatId)) === name) await choices.reset(chatId);
    },
  };
}

/** The same model, asked by this name. */
export const named = (model: ChatModel, name: string | undefined): ChatModel =>
  name === undefined
    ? model
    : {
        ...model,
        complete: (messages, options) => model.complete(messages, { ...options, model: name }),
        stream: (messages, options) => model.stream(messages, { ...options, model: name }),
      };
