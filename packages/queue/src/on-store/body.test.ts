import { expect, it } from "vitest";
import { parseBody } from "./body.ts";

const failing = (issues: unknown) => ({
  parse(): never {
    throw Object.assign(new Error("secret"), { issues });
  },
});

it("tells why a body does not fit, and quotes nothing of it", () => {
  const schema = failing([
    { code: "invalid_type", path: ["secret"], message: "secret" },
    { code: "too_big" },
    { code: "invalid_type" },
    { code: "Secret word" },
    null,
  ]);
  const parsed = parseBody('"secret"', { schema });
  expect(parsed).toEqual({
    ok: false,
    reason: "body does not fit the schema (invalid_type, too_big)",
    isNewer: false,
  });
});

it("knows schemas whose errors list no issues, and bodies that are not JSON", () => {
  expect(parseBody("1", { schema: failing(undefined) })).toEqual({
    ok: false,
    reason: "body does not fit the schema",
    isNewer: false,
  });
  expect(parseBody("{secret", { schema: { parse: (value) => value } })).toEqual({
    ok: false,
    reason: "body is not JSON",
    isNewer: false,
  });
});
