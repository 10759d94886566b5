/** The people and chats that Telegram tells beside its answer or update. */
export function entitiesIn(object: unknown): readonly unknown[] {
  if (Array.isArray(object)) return object;
  if (typeof object !== "object" || object === null) return [];
  const { users, chats, user, chat } = object as {
    users?: unknown;
    chats?: unknown;
    user?: unknown;
    chat?: unknown;
  };
  return [users, chats, user, chat].flat();
}
