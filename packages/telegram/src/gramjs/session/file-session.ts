import { StringSession } from "telegram/sessions/index.js";
import { TelegramError } from "../../errors.ts";
import { KnownHashes } from "./known-hashes.ts";
import { KnownPeople } from "./known-people.ts";
import type { SessionFile, UpdateState } from "./session-file.ts";

const maxChannels = 1_000;

/** What the client keeps of a log-in, backed by one file. */
export class FileSession extends StringSession {
  readonly hashes: KnownHashes;
  readonly people = new KnownPeople();
  readonly #file: SessionFile;
  #updates: UpdateState | undefined;
  readonly #channels: Map<string, number>;

  constructor(file: SessionFile) {
    super(loginOf(file));
    this.#file = file;
    this.hashes = new KnownHashes(file.content.hashes);
    this.#updates = file.content.updates;
    this.#channels = new Map(file.content.channels);
  }

  get updates(): UpdateState | undefined {
    return this.#updates;
  }

  /** The file may lag behind this: then, after a crash, some updates come twice. It never runs ahead. */
  checkpoint(state: UpdateState): void {
    this.#updates = state;
    this.#save();
  }

  /** Place in the log of each channel, by channel id. */
  get channels(): ReadonlyMap<string, number> {
    return this.#channels;
  }

  /** Does for one channel what `checkpoint` does. The channel that was silent longest is forgotten above the limit. */
  checkpointChannel(channelId: string, pts: number): void {
    this.#channels.delete(channelId);
    this.#channels.set(channelId, pts);
    if (this.#channels.size > maxChannels)
      this.#channels.delete(this.#channels.keys().next().value ?? "");
    this.#save();
  }

  forgetChannel(channelId: string): void {
    if (this.#channels.delete(channelId)) this.#save();
  }

  /** The moment since which the file cannot be written, by `performance.now`; undefined = it can be. */
  get failingSinceMs(): number | undefined {
    return this.#file.failingSinceMs;
  }

  /** Resolves when everything is on disk; rejects with `unavailable` if it cannot be now. */
  flush(): Promise<void> {
    return this.#file.flush();
  }

  override save(): string {
    this.#save();
    return super.save();
  }

  override processEntities(object: unknown): void {
    this.people.learn(object);
    if (this.hashes.learn(object)) this.#save();
  }

  #save(): void {
    this.#file.save(() => ({
      v: 1,
      login: super.save(),
      hashes: this.hashes.rows(),
      ...(this.#channels.size > 0 ? { channels: [...this.#channels] } : {}),
      ...(this.#updates ? { updates: this.#updates } : {}),
    }));
  }
}

function loginOf({ content }: SessionFile): string {
  const { login } = content;
  // 256 bytes of key and some 20 of address: less is a file that was cut or edited.
  if (login === "" || (login.startsWith("1") && Buffer.from(login.slice(1), "base64").length > 256))
    return login;
  throw new TelegramError(
    "session_invalid",
    "The session file holds a log-in that is cut short: log in again into a new file.",
    {
      policy: "stop_account",
    },
  );
}
