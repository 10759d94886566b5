import { randomUUID } from "node:crypto";
import type { UndoResult } from "../chats.ts";
import type { WaitOptions } from "../wait-options.ts";
import { checkKey } from "../protocol/keys.ts";
import { followTurn } from "../recall/remember-turns.ts";
import { inOrderOfBeginning } from "../turns/began.ts";
import type { ChatContext } from "./chat-context.ts";

/** Others may change the same turn at the same time, but nobody does so this often. */
const mostTries = 5;

/** Takes the last turn back. The id of the request is marked in the same step, so that it takes back one turn. */
export async function undo(
  { chat, store, recall }: Pick<ChatContext, "chat" | "store" | "recall">,
  { requestId = randomUUID(), signal }: WaitOptions & { readonly requestId?: string },
): Promise<UndoResult> {
  checkKey("requestId", requestId);
  const editId = `undo:${requestId}`;
  for (let tries = 1; tries <= mostTries; tries++) {
    const { turns, seen, watermark, epoch } = await store.begin(chat, editId, { signal });
    if (seen !== null) {
      // Who asked first may have died before the words were gone everywhere.
      if (recall) await followTurn(chat, seen, { store, recall, signal });
      return { status: "undone", summarized: seen <= watermark };
    }
    const last = inOrderOfBeginning(turns.filter(({ undone }) => !undone)).at(-1);
    if (!last) break;
    const { seq, atMs: _, ...before } = last;
    const after = {
      turnId: before.turnId,
      user: "",
      assistant: "",
      ...(before.began && { began: before.began }),
      undone: true as const,
    };
    const done = await store.amend(chat, { epoch, editId, seq, before, after }, { signal });
    if (done === "amended") {
      if (recall) await followTurn(chat, seq, { store, recall, signal });
      // A summary may have come between, which read the turn before it was taken back.
      const now = await store.begin(chat, "", { signal });
      return { status: "undone", summarized: seq <= now.watermark };
    }
    if (done === "forgotten") break;
  }
  return { status: "nothing", summarized: false };
}
