import { expect, it } from "vitest";
import { z } from "zod";
import { describeEnv, EnvError, parseEnv } from "./env.ts";
import { commonEnv, redisUrl, secret } from "./variables.ts";

const schema = z.object({
  ...commonEnv({ metricsPort: 9102 }),
  REDIS_URL: redisUrl,
  TOKEN: secret("the key of the engine"),
});

const problems = (source: Record<string, string>) => {
  try {
    parseEnv(schema, source);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
  }
  return [];
};

it("gives values and defaults, with numbers as numbers", () => {
  expect(parseEnv(schema, { TOKEN: " t ", METRICS_PORT: "0" })).toEqual({
    LOG_LEVEL: "info",
    METRICS_HOST: "127.0.0.1",
    METRICS_PORT: 0,
    REDIS_URL: "redis://127.0.0.1:6379",
    TOKEN: "t",
  });
});

it("lists every missing and wrong variable at once, with what to do", () => {
  const found = problems({ LOG_LEVEL: "loud", METRICS_PORT: "70000", TOKEN: "" });
  expect(found).toHaveLength(3);
  expect(found.join("\n")).toMatch(/LOG_LEVEL is wrong: .*got `loud`/);
  expect(found.join("\n")).toMatch(/METRICS_PORT is wrong: expected 0 to 65535, got `70000`/);
  expect(found.join("\n")).toMatch(
    /TOKEN is missing: set it \(see \.env\.example\)\. It is the key of the engine\./,
  );
});

it("never shows the value of a secret", () => {
  const found = problems({ TOKEN: "t", REDIS_URL: "http://user:hunter2@host" });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain("REDIS_URL is wrong");
  expect(found[0]).not.toContain("hunter2");
});

it("describes each variable in one line, with its default", () => {
  expect(describeEnv(schema)).toMatch(/METRICS_PORT +port of .* \(default 9102\)/);
  expect(describeEnv(schema)).toMatch(/TOKEN +the key of the engine \(required\)/);
});
