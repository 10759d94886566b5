import type { Account } from "./account.ts";

/** Who is logged in where. A log-in is named by the id of its auth key. */
export class Logins {
  readonly #accounts = new Map<string, Account>();
  /** Devices by log-in, as their clients call themselves. */
  readonly #devices = new Map<string, string>();

  add(login: string, account: Account): void {
    this.#accounts.set(login, account);
  }

  accountOf(login: string): Account | undefined {
    return this.#accounts.get(login);
  }

  noteDevice(login: string, device: string): void {
    this.#devices.set(login, device);
  }

  /** Ends the log-ins of an account, all or those of one device. */
  end(account: Account, device?: string): void {
    for (const [login, owner] of this.#accounts)
      if (owner === account && (device === undefined || this.#devices.get(login) === device))
        this.#accounts.delete(login);
  }
}
