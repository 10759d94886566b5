import { MemoryError } from "../errors.ts";
import type { ChatUsage, NewTurn } from "../store.ts";

export const noUsage: ChatUsage = { input: 0, output: 0, cost: 0 };

const refuse = (name: string, value: unknown): never => {
  throw new MemoryError(
    "invalid_argument",
    `Expected \`usage.${name}\` to be a number that is not negative, got \`${String(value)}\`; tokens are whole.`,
  );
};

/** Gives what a commit adds to the usage. Throws `invalid_argument` for what cannot be summed up. */
export function checkUsage({ input, output, cost = 0 }: NonNullable<NewTurn["usage"]>): ChatUsage {
  if (!Number.isSafeInteger(input) || input < 0) return refuse("input", input);
  if (!Number.isSafeInteger(output) || output < 0) return refuse("output", output);
  if (!Number.isFinite(cost) || cost < 0) return refuse("cost", cost);
  return { input, output, cost };
}

export const sumOf = (one: ChatUsage, other: ChatUsage): ChatUsage => ({
  input: one.input + other.input,
  output: one.output + other.output,
  cost: one.cost + other.cost,
});
