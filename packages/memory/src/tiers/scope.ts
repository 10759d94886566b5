import type { SummaryArchive } from "../archive.ts";
import { MemoryError } from "../errors.ts";
import type { RecallIndex } from "../recall/recall-index.ts";
import type { WindowStore } from "../store.ts";

const longest = 64;

/** What stands before the key of each chat: no scope begins as another one with its end does. */
function prefixOf(scope: string): string {
  if (typeof scope === "string" && /^[\w.-]+$/u.test(scope) && scope.length <= longest)
    return `${scope}:`;
  throw new MemoryError(
    "invalid_argument",
    `Expected \`scope\` to be 1 to ${longest} letters, digits or any of \`_.-\`, got \`${scope}\`.`,
  );
}

/** The chats of this scope in a store that several bots or tenants share. */
export function scopedStore(store: WindowStore, scope: string): WindowStore {
  const prefix = prefixOf(scope);
  const key = (chat: string) => prefix + chat;
  return {
    ...(store.keeps && { keeps: store.keeps }),
    begin: (chat, ...rest) => store.begin(key(chat), ...rest),
    commit: (chat, ...rest) => store.commit(key(chat), ...rest),
    amend: (chat, ...rest) => store.amend(key(chat), ...rest),
    apply: (chat, ...rest) => store.apply(key(chat), ...rest),
    hydrate: (chat, ...rest) => store.hydrate(key(chat), ...rest),
    forget: (chat, ...rest) => store.forget(key(chat), ...rest),
    pause: (chat, ...rest) => store.pause(key(chat), ...rest),
    async list(options) {
      const { chats, cursor } = await store.list(options);
      const own = chats.filter(({ chat }) => chat.startsWith(prefix));
      return { chats: own.map((one) => ({ ...one, chat: one.chat.slice(prefix.length) })), cursor };
    },
  };
}

/** The chats of this scope in a recall index that several bots or tenants share. */
export function scopedRecall(recall: RecallIndex, scope: string): RecallIndex {
  const prefix = prefixOf(scope);
  return {
    add: (chat, ...rest) => recall.add(prefix + chat, ...rest),
    replace: (chat, ...rest) => recall.replace(prefix + chat, ...rest),
    search: (chat, ...rest) => recall.search(prefix + chat, ...rest),
    turns: (chat, ...rest) => recall.turns(prefix + chat, ...rest),
    forget: (chat, ...rest) => recall.forget(prefix + chat, ...rest),
  };
}

/** The chats of this scope in an archive that several bots or tenants share. */
export function scopedArchive(archive: SummaryArchive, scope: string): SummaryArchive {
  const prefix = prefixOf(scope);
  return {
    ...(archive.id !== undefined && { id: archive.id }),
    load: (chat, ...rest) => archive.load(prefix + chat, ...rest),
    save: (chat, ...rest) => archive.save(prefix + chat, ...rest),
    erase: (chat, ...rest) => archive.erase(prefix + chat, ...rest),
  };
}
