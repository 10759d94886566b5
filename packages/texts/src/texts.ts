import type { Unreadable } from "@tgmem/contracts";

/** The commands that the bot understands, in the order in which its menu shows them. */
export const commands = [
  "help",
  "stop",
  "memory",
  "forget",
  "undo",
  "pause",
  "resume",
  "export",
  "model",
] as const;
export type Command = (typeof commands)[number];

/** What decides which commands the bot understands. */
export interface Offered {
  /** Whether chats may choose among several models. @default false */
  readonly models?: boolean;
}

/** The commands of a bot that is set up so, in the order of its menu. */
export const offeredCommands = ({ models = false }: Offered = {}): readonly Command[] =>
  commands.filter((command) => command !== "model" || models);

/** Everything that the bot says by itself, in one language; what a model says is in no list. */
export interface Texts {
  /** What each command does, for the menu and for /help. */
  readonly commands: Readonly<Record<Command, string>>;
  /** Greets somebody who has just started the bot; the help follows. */
  readonly hello: string;
  /** Introduces the list of commands. */
  readonly intro: string;
  /** The help follows. */
  readonly unknownCommand: string;
  /** The answer to a message that finally failed. */
  readonly apology: string;
  /** The answer to an edit that finally failed. */
  readonly apologyForEdit: string;
  /** The answer comes, but later than usual. */
  readonly late: string;
  /** The same, where the account at the provider is empty. */
  readonly lateWithoutCredit: string;
  /** The same, where the key, the model or the address is wrong. */
  readonly lateForOperator: string;
  /** Messages came while nobody was there, and are too old to be answered. */
  readonly away: string;
  /** The provider does not answer what was said. */
  readonly refused: string;
  /** The model was asked and said nothing. */
  readonly noAnswer: string;
  /** The provider does not understand how it is asked. */
  readonly misconfigured: string;
  /** The person has used up the tokens of a day. */
  readonly overLimit: string;
  /** Too many messages of the person wait for an answer, so the last ones were refused. */
  readonly tooMany: string;
  /** The answers to what the bot cannot read. */
  readonly unreadable: Readonly<Record<Unreadable, string>>;
  /** The message alone is more than the model can read. */
  readonly tooLong: string;
  readonly nothingRemembered: string;
  /** Stands above the summary. */
  readonly summary: string;
  /** Stands above the last turns. */
  readonly lastTurns: string;
  /** Stands before what a person said, where no name is known. */
  readonly you: string;
  /** Stands before what the bot answered. */
  readonly me: string;
  /** Everything was erased. */
  readonly forgotten: string;
  /** Everything was erased but the summary in the archive. */
  readonly forgottenSoon: string;
  /** Stands behind one of these where messages were erased that nobody had answered. */
  readonly forgottenWaiting: string;
  /** Stands above what is exported. */
  readonly exported: string;
  /** The same when the oldest messages have no room in it. */
  readonly exportedNewest: string;
  readonly undone: string;
  /** The last turn was erased, and a summary still tells of it. */
  readonly undoneButSummarized: string;
  readonly nothingToUndo: string;
  readonly paused: string;
  readonly resumed: string;
  /** What became of /stop; `not_yours` = somebody else is being answered. */
  readonly stop: Readonly<Record<"stopped" | "nothing" | "not_yours", string>>;
  /** What somebody reads who may not talk to the bot yet (`asked`), or may now (`admitted`), and who has become its operator. */
  readonly newcomer: Readonly<Record<"asked" | "admitted" | "paired", string>>;
  /** Only an administrator of the group may give this command. */
  readonly administratorsOnly: string;
  /** Telegram did not say whether the person is an administrator of the group. */
  readonly administratorUnknown: string;
  /** Stands above the pages of the web that an answer draws on. */
  readonly sources: string;
  /** What is said of the choice between models. */
  readonly models: {
    /** Stands before the name of the model that answers in this chat. */
    readonly now: string;
    /** Stands for the name of the model that nobody has chosen. */
    readonly usual: string;
    /** Says how to choose; the list follows. */
    readonly offered: string;
    /** Stands before the name of the model that was chosen just now. */
    readonly chosen: string;
    /** The usual model answers again. */
    readonly reset: string;
    /** There is no model of this name; what is offered follows. */
    readonly unknown: string;
    /** The model that was chosen is not offered any more, so the usual one answers. */
    readonly gone: string;
  };
}
