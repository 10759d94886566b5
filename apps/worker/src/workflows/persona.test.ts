import { expect, it } from "vitest";
import { start } from "../worker.kit.ts";

const persona = "You are a pirate, and say so.";

it("a persona begins every prompt, of messages and of edits, and memory tells the rest behind it", async () => {
  const bot = start(["Arr.", "Arr!", "Arr?"], { persona });
  const place = { chat: { kind: "private" }, speaker: "Anna" } as const;
  await bot.say("I live in Lisbon", place);
  await bot.say("where do I live?", { ...place, messageId: 2 });
  await bot.say("where do I really live?", { ...place, messageId: 2, editedAtMs: 20_000 });
  for (let run = 0; run < 3; run++) await bot.run();
  const systems = bot.calls.map(([first]) => first?.content ?? "");
  expect(systems).toHaveLength(3);
  for (const system of systems) {
    expect(system.startsWith(`${persona}\nYou are in a private chat with “Anna”.`)).toBe(true);
    expect(system).not.toContain("friendly assistant");
  }
  // Providers cache what stays the same.
  expect(new Set(systems).size).toBe(1);
});
