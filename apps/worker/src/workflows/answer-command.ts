import {
  commandOf,
  type InboundMessage,
  needsAdministrator,
  type SummaryRequest,
} from "@tgmem/contracts";
import type { Memory, MemorySnapshot } from "@tgmem/memory";
import type { Producer } from "@tgmem/queue";
import { administratorsOnly, administratorUnknown, help } from "./texts.ts";

export interface CommandDeps {
  readonly memory: Pick<Memory, "chat">;
  readonly summaries: Producer<SummaryRequest>;
}

/** Answers a command from memory, without the model. `jobId` makes a repeated /forget the same request. */
export async function answerCommand(
  jobId: string,
  { chatId, userId, text, administrator }: InboundMessage,
  { memory, summaries }: CommandDeps,
  { signal }: { readonly signal: AbortSignal },
): Promise<string> {
  if (chatId !== userId && needsAdministrator(text) && administrator !== true)
    return administrator === false ? administratorsOnly : administratorUnknown;
  switch (commandOf(text)) {
    case "start":
      return `Hello! ${help}`;
    case "help":
      return help;
    case "memory":
      return describe(await memory.chat(chatId).show({ signal }));
    case "forget":
      return forget(chatId, jobId, { memory, summaries }, { signal });
    default:
      return `I do not know that command. ${help}`;
  }
}

async function forget(
  chatId: string,
  requestId: string,
  { memory, summaries }: CommandDeps,
  { signal }: { readonly signal: AbortSignal },
): Promise<string> {
  const { tiers } = await memory.chat(chatId).forget({ requestId, signal });
  if (tiers.every(({ status }) => status === "erased"))
    return "Done: I have forgotten everything about you.";
  // The archive could not be reached: the summary list erases it as soon as it can be.
  await summaries.push([
    { id: `forget:${requestId}`, lane: chatId, body: { v: 1, chatId, forget: { requestId } } },
  ]);
  return "I have forgotten our conversation. The long-term summary cannot be reached right now; it will be erased as soon as it can.";
}

function describe({ summary, turns }: MemorySnapshot): string {
  if (!summary && turns.length === 0) return "I remember nothing about you yet.";
  const parts = [];
  if (summary) parts.push(`Summary of what we talked about:\n${summary}`);
  if (turns.length > 0)
    parts.push(
      `The last ${turns.length === 1 ? "message" : `${turns.length} messages`}:\n${turns
        .map(({ user, assistant }) => `You: ${user}\nI: ${assistant}`)
        .join("\n\n")}`,
    );
  return parts.join("\n\n");
}
