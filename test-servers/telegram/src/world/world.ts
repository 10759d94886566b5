import type { Connection } from "../mtproto/connection.ts";
import { RpcError } from "../mtproto/rpc-error.ts";
import { child, children, int, isObject, type TlObject } from "../tl/fields.ts";
import { Account, type AccountOptions } from "./account.ts";
import { config } from "./config.ts";
import { Faults } from "./faults.ts";
import { LoginDesk, selfObject } from "./login.ts";
import { Outbox } from "./outbox.ts";
import type { Entry } from "./log.ts";
import { chatIdOf, groupObject, peerOf, userObject } from "./peers.ts";
import type { Settings } from "./settings.ts";
import { Telling } from "./telling.ts";
import { shortUpdateOf, updateOf } from "./updates.ts";

const nowSeconds = () => Math.floor(Date.now() / 1000);

/** In which form an incoming message is told. The short ones name no people; only user accounts get them. */
export type UpdateForm = "full" | "short";

/** What stands behind the calls: accounts, their log-ins, what they get and send. */
export class World {
  readonly faults = new Faults();
  readonly telling = new Telling();
  readonly settings: Settings = { duplicates: "replay", sliceSize: 100 };
  readonly outbox = new Outbox(this.settings);
  /** Names of all calls, in order. */
  readonly calls: string[] = [];
  readonly #accounts: readonly Account[];
  readonly #logins = new Map<string, Account>();
  /** As their clients call themselves. */
  readonly #devices = new Map<string, string>();
  readonly #desk: LoginDesk;
  readonly #connections: () => Iterable<Connection>;

  constructor(accounts: readonly AccountOptions[], connections: () => Iterable<Connection>) {
    this.#accounts = accounts.map((options) => new Account(options));
    this.#desk = new LoginDesk(this.#accounts);
    this.#connections = connections;
  }

  async answer(request: TlObject, connection: Connection): Promise<unknown> {
    this.calls.push(request._);
    const { login, device } = connection;
    if (login !== undefined && device !== undefined) this.#devices.set(login, device);
    return this.faults.apply(
      request._,
      () => this.#answer(request, connection.login ?? ""),
      () => connection.drop(),
    );
  }

  account(id: string): Account {
    const account = this.#accounts.find(({ options }) => options.id === id);
    if (!account) throw new Error(`there is no account ${id}`);
    return account;
  }

  /** Ends the log-ins of an account, as an owner does in the device list. */
  logOut(account: Account, device?: string): void {
    for (const [login, owner] of this.#logins)
      if (owner === account && (device === undefined || this.#devices.get(login) === device))
        this.#logins.delete(login);
  }

  /** Tells every connected log-in of the account, except the one it came from. */
  tell(
    account: Account,
    entry: Entry,
    { form = "full", except }: { form?: UpdateForm; except?: string } = {},
  ): void {
    const update = form === "short" ? shortUpdateOf(entry) : undefined;
    this.push(account, (login) => update ?? this.#fullUpdate(account, login, entry), except);
  }

  push(account: Account, update: (login: string) => TlObject, except?: string): void {
    this.telling.pass((distort) => {
      for (const connection of this.#connections()) {
        const { login } = connection;
        if (login !== undefined && login !== except && this.#logins.get(login) === account)
          connection.push(distort(update(login)));
      }
    });
  }

  #answer(request: TlObject, login: string): unknown {
    if (request._ === "help.getConfig") return config(nowSeconds());
    const answer = this.#desk.answer(request, login);
    if (answer && "reply" in answer) return answer.reply;
    if (answer) {
      this.#logins.set(login, answer.account);
      return { _: "auth.authorization", user: selfObject(answer.account, login) };
    }
    const account = this.#logins.get(login);
    if (!account) throw new RpcError(401, "AUTH_KEY_UNREGISTERED");
    switch (request._) {
      case "updates.getState":
        return account.state();
      case "updates.getDifference":
        return this.#difference(account, login, int(request, "pts"));
      case "updates.getChannelDifference":
        return this.#channelDifference(request, account, login);
      case "messages.getMessages":
      case "channels.getMessages":
        return this.#messages(request, account, login);
      case "users.getUsers":
        return children(request, "id").map((user) => this.#user(user, account, login));
      case "messages.setTyping":
        return true;
      case "messages.sendMessage": {
        const { result, update } = this.outbox.store(request, account, login);
        if (update) this.tell(account, update, { except: login });
        return result;
      }
      case "messages.getDialogs":
        return this.#dialogs(account, login);
      default:
        throw new RpcError(400, `METHOD_NOT_KNOWN_HERE_${request._}`);
    }
  }

  #user(user: TlObject, account: Account, login: string): TlObject {
    if (user._ === "inputUserSelf") return selfObject(account, login);
    const id = String(user["user_id"]);
    return account.people.has(id) ? userObject(id, login) : { _: "userEmpty", id: BigInt(id) };
  }

  #difference(account: Account, login: string, pts: number): TlObject {
    const { log } = account;
    if (pts >= log.pts) return { _: "updates.differenceEmpty", date: nowSeconds(), seq: 1 };
    const { messages, edits, isLast, pts: reached } = log.after(pts, this.settings.sliceSize);
    return {
      _: isLast ? "updates.difference" : "updates.differenceSlice",
      new_messages: messages,
      new_encrypted_messages: [],
      other_updates: edits.map(updateOf),
      ...this.#around(account, login),
      [isLast ? "state" : "intermediate_state"]: account.state(reached),
    };
  }

  #channelDifference(request: TlObject, account: Account, login: string): TlObject {
    const log = account.logOf(chatIdOf(child(request, "channel"), { login, isBot: account.isBot }));
    const pts = int(request, "pts");
    if (pts >= log.pts) return { _: "updates.channelDifferenceEmpty", final: true, pts: log.pts };
    const missed = log.after(pts, Math.min(this.settings.sliceSize, int(request, "limit")));
    return {
      _: "updates.channelDifference",
      final: missed.isLast,
      pts: missed.pts,
      new_messages: missed.messages,
      other_updates: missed.edits.map(updateOf),
      ...this.#around(account, login),
    };
  }

  #messages(request: TlObject, account: Account, login: string): TlObject {
    const channel = request["channel"] === undefined ? undefined : child(request, "channel");
    const log = channel
      ? account.logOf(chatIdOf(channel, { login, isBot: account.isBot }))
      : account.log;
    const messages = children(request, "id").map(
      (one) => log.message(int(one, "id")) ?? { _: "messageEmpty", id: int(one, "id") },
    );
    const found = { messages, ...this.#around(account, login) };
    if (!channel) return { _: "messages.messages", ...found };
    return { _: "messages.channelMessages", pts: log.pts, count: 1, topics: [], ...found };
  }

  #dialogs(account: Account, login: string): TlObject {
    if (account.isBot) throw new RpcError(400, "BOT_METHOD_INVALID");
    const dialogs = [...account.chats].map((chatId) => ({
      _: "dialog",
      peer: peerOf(chatId),
      top_message: 0,
      read_inbox_max_id: 0,
      read_outbox_max_id: 0,
      unread_count: 0,
      unread_mentions_count: 0,
      unread_reactions_count: 0,
      notify_settings: { _: "peerNotifySettings" },
    }));
    return { _: "messages.dialogs", dialogs, messages: [], ...this.#around(account, login) };
  }

  #fullUpdate(account: Account, login: string, entry: Entry): TlObject {
    const updates = [updateOf(entry)];
    const around = this.#around(account, login, writerOf(entry.message));
    return { _: "updates", updates, ...around, date: nowSeconds(), seq: 0 };
  }

  /** Everybody and every group that the account knows; of the people only these, if they are named. */
  #around(
    account: Account,
    login: string,
    people: Iterable<string> = account.people,
  ): { readonly users: readonly TlObject[]; readonly chats: readonly TlObject[] } {
    return {
      users: [selfObject(account, login), ...[...people].map((id) => userObject(id, login))],
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
