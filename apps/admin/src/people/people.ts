import { isOpen, type People, type Person } from "@tgmem/contracts";
import { counted } from "../counted.ts";
import { table } from "../terminal/table.ts";
import { timeOf } from "../terminal/time-of.ts";

export interface PeopleDeps {
  readonly people: Pick<People, "list" | "decide" | "revoke">;
  /** Whether anybody looks at what is decided. */
  readonly isAsking: boolean;
  readonly json: boolean;
  readonly print: (line: string) => void;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Lists who was decided of, and who waits. */
export async function listPeople(deps: PeopleDeps): Promise<number> {
  const { people, json, print, width } = deps;
  const all = await people.list();
  if (json) print(JSON.stringify(all));
  else if (all.length === 0) print(`Nothing was decided of anybody.${hint(deps)}`);
  else {
    const rows = all.map((one) => [
      one.id,
      stateOf(one),
      timeOf(one.sinceMs),
      one.by ?? "",
      one.name ?? "",
    ]);
    const lines = table([["id", "may talk", "since", "decided by", "name"], ...rows], {
      left: 5,
      width,
    });
    print(`${lines}${counted(all.length, "person", "people")}.${hint(deps)}`);
  }
  return 0;
}

/** Decides on somebody, whatever was decided before. */
export async function decide(
  id: string,
  standing: "allowed" | "blocked",
  deps: PeopleDeps,
): Promise<number> {
  const { people, json, print } = deps;
  const person = await people.decide(id, standing);
  const what = standing === "allowed" ? "may talk to the bot" : "may not talk to the bot";
  print(json ? JSON.stringify(person) : `${id} ${what}.${hint(deps)}`);
  return 0;
}

/** Forgets what was decided of somebody. Rejects when nothing was. */
export async function revoke(id: string, { people, json, print }: PeopleDeps): Promise<number> {
  if (!(await people.revoke(id)))
    throw new Error(`Nothing was decided of ${id}: see tgmem people list.`);
  print(json ? JSON.stringify({ revoked: id }) : `${id} is new again, as if nobody had decided.`);
  return 0;
}

function stateOf(person: Person): string {
  if (person.standing === "admin") return "operator";
  if (person.standing) return person.standing === "allowed" ? "yes" : "no";
  return isOpen(person, Date.now()) ? "asked" : "not answered";
}

const hint = ({ isAsking }: Pick<PeopleDeps, "isAsking">): string =>
  isAsking ? "" : " ASK_ADMIN is off here: WHITELIST_USER alone decides.";
