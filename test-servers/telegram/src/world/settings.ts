/** How a random id is answered that was seen before. */
export type Duplicates =
  /** The first result again, as for a finished call. */
  | "replay"
  /** `RANDOM_ID_DUPLICATE`, as while the first call is in flight. */
  | "error";

/** How the server behaves where Telegram behaves now this way, now that. */
export interface Settings {
  /** How a random id is answered that was seen before. @default "replay" */
  duplicates: Duplicates;
  /** How many events one answer to `updates.getDifference` holds at most. @default 100 */
  sliceSize: number;
}
