import { BaseListChatMessageHistory } from "@langchain/core/chat_history";
import { coerceMessageLikeToMessage, type BaseMessage } from "@langchain/core/messages";
import type { OpenTurn } from "@tgmem/memory";

/**
 * The history that one message is answered with, for whatever takes a history of LangChain. It begins with the system
 * prompt. A turn is two texts: images, and what tools said in between, are not remembered. Ask `turn.replay` first: a chain
 * would ask the model again.
 */
export class TurnHistory extends BaseListChatMessageHistory {
  override lc_namespace = ["tgmem"];
  readonly #turn: OpenTurn;

  constructor(turn: OpenTurn) {
    super();
    this.#turn = turn;
  }

  override async getMessages(): Promise<BaseMessage[]> {
    const messages = this.#turn.prompt("").slice(0, -1);
    return messages.map(({ role, content }) => coerceMessageLikeToMessage([role, content]));
  }

  override async addMessages(messages: BaseMessage[]): Promise<void> {
    const user = messages.find(({ type }) => type === "human")?.text ?? "";
    const assistant = messages.findLast(({ type }) => type === "ai")?.text ?? "";
    await this.#turn.commit({ user, assistant });
  }

  override async addMessage(): Promise<void> {
    throw new Error("A turn is remembered whole: give addMessages a question with its answer.");
  }
}
