import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const examples = globSync("*.ts", { cwd: import.meta.dirname }).filter(
  (file) => !/\.(?:test|kit)\.ts$/.test(file),
);
const ours = /\b(?:createMemory|memory\.|openSqlite|modelSummarizer|turn\b|#turn\b|done\.due)/;

it.each(examples)("%s has ten lines of memory at most, besides its imports", (file) => {
  const lines = readFileSync(join(import.meta.dirname, file), "utf8").split("\n");
  const code = lines.filter((line) => !/^(?:import|export|\s*(?:\/\/|\/?\*))/.test(line));
  const memory = code.filter((line) => ours.test(line));
  expect(memory.length).toBeGreaterThan(3);
  expect(memory.length, memory.join("\n")).toBeLessThanOrEqual(10);
});
