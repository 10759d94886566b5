import { z } from "zod";
import { TelegramId } from "../telegram-id.ts";

/** What was decided of somebody; an `admin` is an operator who has paired. Groups can be `allowed` and `blocked`, too. */
const Standing = z.enum(["admin", "allowed", "blocked"]);
type Standing = z.infer<typeof Standing>;

/** Somebody of whom it was decided whether they may talk to the bot, or of whom operators are asked. No text of theirs is kept. */
export const Person = z.object({
  id: TelegramId,
  /** What was decided; absent = operators are asked. */
  standing: Standing.optional(),
  /** The name at the time of the question. */
  name: z.string().optional(),
  /** The language of the person's client, as an IETF tag. */
  language: z.string().optional(),
  /** When it was decided, or the question was begun, in ms since 1970. */
  sinceMs: z.int().nonnegative(),
  /** The id of the operator who decided by a button; absent = somebody at a terminal did. */
  by: TelegramId.optional(),
  /** The operators who are asked, each with the number of that message in their own chat; absent = not all are asked yet. */
  questions: z.record(TelegramId, z.int().positive()).optional(),
});
export type Person = z.infer<typeof Person>;

/** A question to operators: at most so many are open at once, so that a crowd cannot flood them. */
export const mostQuestions = 20;
/** A question that nobody answers is over after this, and the person may be asked about again. */
export const questionMs = 7 * 86_400_000;

/** Whether an operator may still answer the question about this person. */
export const isOpen = ({ standing, sinceMs }: Person, nowMs: number): boolean =>
  standing === undefined && nowMs - sinceMs < questionMs;

/** What became of a wish to ask; `full` = too many questions are open. `isLast` says that there is no room for another one. */
export type Asking =
  | { readonly status: "open"; readonly person: Person; readonly isLast: boolean }
  | { readonly status: "known" | "full" };

/** Whom operators let talk to the bot, beside `WHITELIST_USER`. Every method rejects when that cannot be known. */
export interface People {
  /** Says what was decided of each of these ids, in their order. */
  standings(ids: readonly string[]): Promise<readonly (Standing | undefined)[]>;
  /** Gives everybody, those who wait first, then the newest decision first. */
  list(): Promise<readonly Person[]>;
  /**
   * Begins a question about somebody; one that was begun and never noted as asked goes on with its first beginning. Whoever
   * was decided of, or is asked about already, is `known`.
   */
  ask(person: Pick<Person, "id" | "name" | "language">): Promise<Asking>;
  /** Notes that all operators are asked, and in which messages. */
  asked(id: string, questions: NonNullable<Person["questions"]>): Promise<void>;
  /**
   * Decides on somebody whose question is open: of several, the first. Resolves with what is decided now (undefined = nothing, and
   * no question is open), and whether this call has done it.
   */
  answer(
    id: string,
    standing: "allowed" | "blocked",
    by: string,
  ): Promise<{ readonly isDecided: boolean; readonly person: Person | undefined }>;
  /** Decides on anybody, whatever was decided before. An operator who has paired stays one. */
  decide(id: string, standing: "allowed" | "blocked"): Promise<Person>;
  /** Forgets what was decided, or asked; resolves with whether there was anything. */
  revoke(id: string): Promise<boolean>;
  /** Makes somebody the operator, if nobody has paired before; resolves with whether this person is the one who has. */
  pair(person: Pick<Person, "id" | "name" | "language">): Promise<boolean>;
}
