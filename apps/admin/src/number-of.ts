/** Reads a whole number from 1 on. */
export function numberOf(text: string | undefined): number {
  if (!/^[1-9]\d{0,14}$/.test(text ?? ""))
    throw new Error(`Expected a number such as 7, got \`${text ?? ""}\`.`);
  return Number(text);
}
