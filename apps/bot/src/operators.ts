import type { People } from "@tgmem/contracts";
import { newPairingCode } from "@tgmem/receiver";
import type { BotEnv } from "./env.ts";

/** Who operates the bot. */
interface Operators {
  readonly ADMIN_USER: Set<string>;
  /** What somebody has to send to the bot to become the first one; it is shown in the terminal. */
  readonly pairingCode?: string;
}

/**
 * Gives those whom the variables name, and who has paired. Where there is nobody, it shows a code to the terminal: who sends it to
 * the bot first is the operator from then on.
 */
export async function operatorsOf(people: People | undefined, env: BotEnv): Promise<Operators> {
  if (!people) return { ADMIN_USER: new Set(env.ADMIN_USER) };
  const paired = (await people.list()).filter(({ standing }) => standing === "admin");
  const admins = new Set([...env.ADMIN_USER, ...paired.map(({ id }) => id)]);
  if (admins.size > 0) return { ADMIN_USER: admins };
  const pairingCode = newPairingCode();
  process.stdout.write(
    `Nobody may talk to the bot yet. Send it this in Telegram to become its operator: ${pairingCode}\n`,
  );
  return { ADMIN_USER: admins, pairingCode };
}
