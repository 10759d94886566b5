import { expect, it } from "vitest";
import { inMemorySentParts } from "./in-memory-sent-parts.ts";
import { patient } from "./patient.ts";

it("is as what it wraps, while that answers", async () => {
  const parts = patient(inMemorySentParts());
  await parts.record("a", 2);
  expect(await parts.sent("a")).toBe(2);
});

it.each([
  ["fails", () => Promise.reject(new Error("away"))],
  ["never answers", () => new Promise<never>(() => {})],
])("knows nothing and goes on when that %s", async (_, answer) => {
  const errors: unknown[] = [];
  const parts = patient(
    { sent: answer, record: answer },
    { ms: 10, onError: (error) => errors.push(error) },
  );
  expect(await parts.sent("a")).toBe(0);
  await parts.record("a", 1);
  expect(errors).toHaveLength(2);
});
