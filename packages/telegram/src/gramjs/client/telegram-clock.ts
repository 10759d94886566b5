/** Tells Telegram's time, by which messages are dated, however wrong the clock of this machine is. */
export class TelegramClock {
  #aheadMs = 0;

  /** Takes in what Telegram says the time is, in seconds since 1970. */
  set({ date }: { readonly date: number }): void {
    this.#aheadMs = date * 1_000 - Date.now();
  }

  /** The time in ms since 1970, true to a second or two. */
  now(): number {
    return Date.now() + this.#aheadMs;
  }
}
