import {
  commandOf,
  type EraseFromLists,
  type ForgetMarks,
  type InboundMessage,
  needsAdministrator,
  type SummaryRequest,
} from "@tgmem/contracts";
import type { ChatMemory, Memory } from "@tgmem/memory";
import type { Producer } from "@tgmem/queue";
import { helpIn, type Texts, textsFor } from "@tgmem/texts";
import { answerModel } from "./answer-model.ts";
import type { ModelMenu } from "./chosen-model.ts";
import { describe } from "./describe.ts";
import type { Stops } from "../stops.ts";
import { exportText } from "./export-text.ts";
import type { Status } from "./status.ts";

export interface CommandDeps {
  readonly memory: Pick<Memory, "chat">;
  readonly summaries: Producer<SummaryRequest>;
  /** Where a /forget is noted before it is carried out. */
  readonly forgotten: Pick<ForgetMarks, "set">;
  readonly eraseFromLists: EraseFromLists;
  /** The models among which each chat may choose; absent = there is no /model. */
  readonly menu?: ModelMenu | undefined;
  /** Answers /status, to operators in their own chats alone; absent = to nobody. */
  readonly operators?: { readonly ids: ReadonlySet<string>; readonly status: Status } | undefined;
  /** Ends an answer that is being made; absent = there is never one. */
  readonly stops?: Pick<Stops, "stop"> | undefined;
  readonly now?: () => number;
}

/**
 * Answers a command from memory, without the model, in the language of the person's client. `jobId` makes a repeated
 * /forget or /undo the same request.
 */
export async function answerCommand(
  jobId: string,
  message: InboundMessage,
  {
    memory,
    summaries,
    forgotten,
    eraseFromLists,
    menu,
    operators,
    stops,
    now = Date.now,
  }: CommandDeps,
  { signal }: { readonly signal: AbortSignal },
): Promise<string> {
  const { chatId, userId, text, administrator } = message;
  const texts = textsFor(message.language);
  const help = helpIn(texts, { models: menu !== undefined });
  const unknown = `${texts.unknownCommand} ${help}`;
  const command = commandOf(text);
  const isKnown = command !== "model" || menu !== undefined;
  if (isKnown && chatId !== userId && needsAdministrator(text) && administrator !== true)
    return administrator === false ? texts.administratorsOnly : texts.administratorUnknown;
  const chat = memory.chat(chatId);
  const request = { requestId: jobId, signal };
  switch (command) {
    case "start":
      return `${texts.hello} ${help}`;
    case "help":
      return help;
    case "memory":
      return describe(await chat.show({ signal }), texts);
    case "stop": {
      const isAdministrator = chatId === userId || administrator === true;
      const done = await stops?.stop({ chatId, userId, id: jobId, isAdministrator });
      return texts.stop[done ?? "nothing"];
    }
    case "forget": {
      const mark = { atMs: message.sentAtMs, id: jobId };
      await forgotten.set(chatId, mark);
      // What is said from now on is answered meanwhile, and without what goes.
      const done = await forget({ chat, chatId, summaries, texts, now }, request);
      const { waiting } = await eraseFromLists(chatId, mark, { signal });
      await menu?.choices.reset(chatId);
      return waiting > 0 ? `${done} ${texts.forgottenWaiting}` : done;
    }
    case "undo":
      return undo({ chat, texts }, request);
    case "pause":
      await chat.pause({ signal });
      return texts.paused;
    case "resume":
      await chat.resume({ signal });
      return texts.resumed;
    case "export":
      return exportText(await chat.export({ signal }), texts);
    case "model":
      return menu ? answerModel(message, menu, texts) : unknown;
    case "status":
      if (operators?.ids.has(userId) && chatId === userId) return operators.status({ signal });
      return unknown;
    default:
      return unknown;
  }
}

interface Request {
  readonly requestId: string;
  readonly signal: AbortSignal;
}

/** A summary that is being saved right now may reach the archive later, so the list of summaries erases it again. */
async function forget(
  {
    chat,
    chatId,
    summaries,
    texts,
    now,
  }: {
    readonly chat: ChatMemory;
    readonly chatId: string;
    readonly summaries: Producer<SummaryRequest>;
    readonly texts: Texts;
    readonly now: () => number;
  },
  { requestId, signal }: Request,
): Promise<string> {
  const { tiers, repeatAfterMs } = await chat.forget({ requestId, signal });
  const erased = tiers.every(({ status }) => status === "erased");
  if (erased && repeatAfterMs === 0) return texts.forgotten;
  const againAtMs = now() + repeatAfterMs;
  const body = { v: 1, chatId, forget: { requestId, againAtMs } } as const;
  // A lane of its own: summaries of what is said from now on do not wait for it.
  await summaries.push([{ id: `forget:${requestId}`, lane: `forget:${chatId}`, body }]);
  return erased ? texts.forgotten : texts.forgottenSoon;
}

async function undo(
  { chat, texts }: { readonly chat: ChatMemory; readonly texts: Texts },
  request: Request,
): Promise<string> {
  const done = await chat.undo(request);
  if (done.status === "nothing") return texts.nothingToUndo;
  return done.summarized ? texts.undoneButSummarized : texts.undone;
}
