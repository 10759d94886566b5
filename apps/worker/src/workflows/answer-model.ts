import { argumentOf, type InboundMessage } from "@tgmem/contracts";
import type { Texts } from "@tgmem/texts";
import { chosenIn, type ModelMenu } from "./chosen-model.ts";

/** Answers /model: shows which model answers in a chat and which ones may, chooses one, or goes back to the usual one. */
export async function answerModel(
  { chatId, text }: Pick<InboundMessage, "chatId" | "text">,
  menu: ModelMenu,
  { models }: Pick<Texts, "models">,
): Promise<string> {
  const wanted = argumentOf(text);
  if (wanted === "") {
    const { name } = await chosenIn(chatId, menu);
    return `${models.now} ${name === undefined ? models.usual : code(name)}\n\n${offer(menu, models)}`;
  }
  if (wanted.toLowerCase() === "default") {
    await menu.choices.reset(chatId);
    return models.reset;
  }
  const name = find(wanted, menu.names);
  if (name === undefined) return `${models.unknown} ${offer(menu, models)}`;
  await menu.choices.choose(chatId, name);
  return `${models.chosen} ${code(name)}`;
}

/** A name may be written in any case, or as its number in the list. */
const find = (wanted: string, names: readonly string[]): string | undefined =>
  names.find((name) => name.toLowerCase() === wanted.toLowerCase()) ??
  (/^\d{1,4}$/u.test(wanted) ? names[Number(wanted) - 1] : undefined);

const offer = ({ names }: ModelMenu, { offered }: Texts["models"]) =>
  [offered, ...names.map((name, at) => `${at + 1}. ${code(name)}`)].join("\n");

// As code, so that a touch copies it and no character of it counts as markup.
const code = (name: string) => `\`${name}\``;
