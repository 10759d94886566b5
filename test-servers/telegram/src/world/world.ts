import { TelegramServerError } from "../errors.ts";
import type { Connection } from "../mtproto/connection.ts";
import { isObject, type TlObject } from "../tl/fields.ts";
import { Account, type AccountOptions } from "./account.ts";
import { Buttons } from "./buttons.ts";
import { Faults } from "./faults.ts";
import { Files } from "./files.ts";
import type { Entry } from "./log.ts";
import { selfObject } from "./login.ts";
import { Logins } from "./logins.ts";
import { Outbox } from "./outbox.ts";
import { channelIdOf, groupObject, isChannel } from "./peers.ts";
import { People } from "./people.ts";
import type { Settings } from "./settings.ts";
import { UpdateDelivery } from "./update-delivery.ts";
import { shortUpdateOf, updateOf } from "./updates.ts";

const nowSeconds = () => Math.floor(Date.now() / 1000);

/** The form in which an incoming message is told. The short ones name no people; only user accounts get them. */
export type UpdateForm = "full" | "short";

interface RemoveOptions {
  /** A supergroup. @default private chats and basic groups, which share their ids */
  readonly chatId?: string;
  readonly unheard?: boolean;
  /** The log-in that is not told. */
  readonly except?: string;
}

/** What stands behind the calls: accounts, their log-ins, what they get and send. */
export class World {
  readonly accounts: readonly Account[];
  readonly logins = new Logins();
  readonly people = new People();
  readonly settings: Settings = { duplicates: "replay", sliceSize: 100 };
  readonly files = new Files();
  readonly outbox = new Outbox(this.settings, this.files);
  readonly buttons = new Buttons();
  readonly faults = new Faults();
  readonly delivery = new UpdateDelivery();
  readonly #connections: () => Iterable<Connection>;

  constructor(accounts: readonly AccountOptions[], connections: () => Iterable<Connection>) {
    this.accounts = accounts.map((options) => new Account(options));
    this.#connections = connections;
  }

  account(id: string): Account {
    const account = this.accounts.find(({ options }) => options.id === id);
    if (!account) throw new TelegramServerError("invalid_argument", `There is no account ${id}.`);
    return account;
  }

  /** Tells every connected log-in of the account of an event, except the one it came from. */
  tell(
    account: Account,
    entry: Entry,
    { form = "full", except }: { form?: UpdateForm; except?: string | undefined } = {},
  ): void {
    const isMessage = entry.kind !== "other";
    const short = form === "short" && isMessage ? shortUpdateOf(entry) : undefined;
    const people = isMessage ? writerOf(entry.message) : [];
    this.push(
      account,
      (login) => short ?? this.packet(account, login, [updateOf(entry)], people),
      except,
    );
  }

  /**
   * Deletes messages of the account's log or of a supergroup, and tells of it; ids that are not there are passed over.
   */
  remove(
    account: Account,
    ids: readonly number[],
    { chatId = "", unheard = false, except }: RemoveOptions = {},
  ): { readonly pts: number; readonly ptsCount: number } {
    const isIn = isChannel(chatId);
    const log = isIn ? account.logOf(chatId) : account.log;
    const deleted = log.delete(ids);
    if (deleted.length === 0) return { pts: log.pts, ptsCount: 0 };
    this.outbox.forget(account, log, deleted);
    const update = isIn
      ? { _: "updateDeleteChannelMessages", channel_id: channelIdOf(chatId), messages: deleted }
      : { _: "updateDeleteMessages", messages: deleted };
    const entry = log.note(update, deleted.length);
    if (!unheard) this.tell(account, entry, { except });
    return entry;
  }

  push(account: Account, update: (login: string) => TlObject, except?: string): void {
    this.delivery.pass((distort) => {
      for (const connection of this.#connections()) {
        const { login } = connection;
        if (login !== undefined && login !== except && this.logins.accountOf(login) === account)
          connection.push(distort(update(login)));
      }
    });
  }

  /** Updates, and everybody whom they name. */
  packet(
    account: Account,
    login: string,
    updates: readonly TlObject[],
    people?: Iterable<string>,
  ): TlObject {
    const around = this.around(account, login, people);
    return { _: "updates", updates, ...around, date: nowSeconds(), seq: 0 };
  }

  /** Everybody and every group that the account knows; of the people only these, if they are named. */
  around(
    account: Account,
    login: string,
    people: Iterable<string> = account.people,
  ): { readonly users: readonly TlObject[]; readonly chats: readonly TlObject[] } {
    return {
      users: [
        selfObject(account, login),
        ...[...people].map((id) => this.people.userOf(id, login)),
      ],
      chats: [...account.chats]
        .filter((id) => id.startsWith("-"))
        .map((id) => groupObject(id, login, nowSeconds())),
    };
  }
}

/** Nobody for a post. */
function writerOf({ from_id: from, peer_id: peer }: TlObject): string[] {
  const writer = isObject(from) ? from : peer;
  return isObject(writer) && writer._ === "peerUser" ? [String(writer["user_id"])] : [];
}
