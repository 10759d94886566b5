import { Api } from "telegram";
import { BoundedMap } from "../../bounded-map.ts";
import type { Sender } from "../../telegram.ts";
import { channelChatId } from "./chat-id.ts";
import { entitiesIn } from "./entities.ts";

const maxKnown = 5_000;

/** The names of people and groups, as Telegram last told them beside a message. */
export class KnownPeople {
  readonly #people = new BoundedMap<Sender>(maxKnown);
  readonly #titles = new BoundedMap<string>(maxKnown);

  sender(userId: string): Sender | undefined {
    return this.#people.get(userId);
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

  #learnPerson({ id, firstName, lastName, username, langCode }: Api.User): void {
    const name = [firstName, lastName].filter(Boolean).join(" ") || username;
    if (!name) return;
    this.#people.set(id.toString(), { name, ...(langCode ? { languageCode: langCode } : {}) });
  }
}
