import { Api } from "telegram";
import { BoundedMap } from "../../bounded-map.ts";
import type { Sender } from "../../telegram.ts";
import { channelChatId } from "./chat-id.ts";
import { entitiesIn } from "./entities.ts";

const maxKnown = 5_000;

/** Names of people and groups, and who is a program, as Telegram last told them beside a message. */
export class KnownPeople {
  readonly #people = new BoundedMap<Sender>(maxKnown);
  readonly #isProgram = new BoundedMap<boolean>(maxKnown);
  readonly #titles = new BoundedMap<string>(maxKnown);

  sender(userId: string): Sender | undefined {
    return this.#people.get(userId);
  }

  /** Whether nobody reads what is written to this account, for instance a bot; undefined = Telegram has not told. */
  isProgram(userId: string): boolean | undefined {
    return this.#isProgram.get(userId);
  }

  title(chatId: string): string | undefined {
    return this.#titles.get(chatId);
  }

  /** Learns from whatever Telegram sent. */
  learn(object: unknown): void {
    for (const entity of entitiesIn(object)) {
      if (entity instanceof Api.User) this.#learnPerson(entity);
      else if (entity instanceof Api.Channel)
        this.#titles.set(channelChatId(entity.id.toString()), entity.title);
      else if (entity instanceof Api.Chat)
        this.#titles.set(entity.id.negate().toString(), entity.title);
    }
  }

  #learnPerson({ id, bot, support, firstName, lastName, username, langCode }: Api.User): void {
    this.#isProgram.set(id.toString(), Boolean(bot) || Boolean(support));
    const name = [firstName, lastName].filter(Boolean).join(" ") || username;
    if (!name) return;
    this.#people.set(id.toString(), { name, ...(langCode ? { languageCode: langCode } : {}) });
  }
}
