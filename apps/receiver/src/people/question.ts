import type { Person } from "@tgmem/contracts";
import type { Buttons, Entity, TelegramPort } from "@tgmem/telegram";

const mostNameLength = 64;

/** A text with the name in it as code, so that nothing in a name becomes a link, a mention or a mark. */
interface NamedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** Puts who it is about between two pieces of text. */
function named(before: string, { id, name = "" }: Pick<Person, "id" | "name">, after: string) {
  const shown = name
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, mostNameLength)
    .replace(/[\uD800-\uDBFF]$/u, "");
  const who = shown === "" ? id : `${shown} (${id})`;
  const code: Entity = { type: "code", offset: before.length, length: who.length };
  return { text: `${before}${who}${after}`, entities: [code] } satisfies NamedText;
}

/** Asks an operator about somebody new; of what the person wrote nothing is shown. */
export function question(
  person: Person,
  { isLast, hasButtons }: { readonly isLast: boolean; readonly hasButtons: boolean },
): NamedText & { readonly buttons?: Buttons } {
  const how = hasButtons ? "" : `\nTo decide: tgmem people allow ${person.id}, or block.`;
  const last = isLast
    ? "\nMore questions are open than I may ask at once: I ask about nobody else until some are decided. tgmem people list shows them."
    : "";
  const text = named("Somebody new wants to talk to me: ", person, `. May they?${how}${last}`);
  if (!hasButtons) return text;
  const button = (label: string, verdict: string) => ({
    label,
    data: `people:${verdict}:${person.id}`,
  });
  return { ...text, buttons: [[button("Allow", "allow"), button("Block", "block")]] };
}

/** What a question becomes when it is decided; undefined = nobody asks it any more. */
export function outcome(id: string, person: Person | undefined): NamedText {
  const after = `. To take that back: tgmem people revoke ${id}`;
  switch (person?.standing) {
    case "allowed":
    case "admin":
      return named("✅ ", person, ` may talk to me${after}`);
    case "blocked":
      return named("🚫 ", person, ` may not talk to me${after}`);
    default:
      return named("", { id }, ` is not asked about any more. To decide: tgmem people allow ${id}`);
  }
}

/** Reads what a button of a question decides; undefined = it is none of these. */
export function verdictIn(data: string) {
  const [, verdict, id] = /^people:(allow|block):([1-9]\d{0,15})$/.exec(data) ?? [];
  if (id === undefined) return undefined;
  return { id, standing: verdict === "allow" ? ("allowed" as const) : ("blocked" as const) };
}

/** The part of Telegram that operators are asked by. */
export type Asking = Pick<TelegramPort, "account" | "send" | "edit">;
