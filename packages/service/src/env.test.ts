import { expect, it } from "vitest";
import { z } from "zod";
import { describeEnv, EnvError, parseEnv } from "./env.ts";
import { engineOptions, engineVariables } from "./variables/engine.ts";
import { receivingVariables } from "./variables/messages.ts";
import { onOrOff, secret } from "./variables/kinds.ts";
import { processVariables } from "./variables/process.ts";
import { redisVariables } from "./variables/redis.ts";

const schema = z.object({
  ...processVariables("consumer"),
  ...redisVariables,
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
    LOG_FORMAT: "auto",
    OTEL_TRACES_SAMPLER: "parentbased_always_on",
    OTEL_TRACES_SAMPLER_ARG: 1,
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
    /TOKEN is missing: set it \(see \.env\.example\)\. Meaning: the key of the engine\./,
  );
});

it("takes a switch for on unless it is said to be off", () => {
  const shape = z.object({ GROW: onOrOff("whether it grows", "on") });
  const grows = (GROW: string) => parseEnv(shape, { GROW }).GROW;
  expect(["", "on", "true", "1"].map(grows)).toEqual(Array(4).fill(true));
  expect(["off", "false", "0"].map(grows)).toEqual(Array(3).fill(false));
  expect(() => grows("perhaps")).toThrow("GROW is wrong: expected on or off, got `perhaps`");
  expect(describeEnv(shape)).toContain("(default on)");
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

it("says of a list that it is optional when it holds nothing unless set", () => {
  expect(describeEnv(z.object(receivingVariables))).toMatch(/ANSWER_BOTS .*\(optional\)$/m);
});

it("gives the variables of the engine the names of its options", () => {
  const env = parseEnv(z.object(engineVariables), {
    HATCHET_CLIENT_TOKEN: "a.b.c",
    HATCHET_CLIENT_TLS_STRATEGY: "none",
    HATCHET_CLIENT_HOST_PORT: "engine:7077",
  });
  expect(engineOptions(env)).toMatchObject({
    token: "a.b.c",
    tls: "none",
    hostPort: "engine:7077",
  });
});

const wrong = (given: Record<string, string>) => {
  try {
    parseEnv(z.object(engineVariables), { HATCHET_CLIENT_TOKEN: "a.b.c", ...given });
  } catch (error) {
    if (error instanceof EnvError) return error.problems.join("\n");
  }
  return "";
};

it("tells at once what can be no token and no address of the engine, and never shows the token", () => {
  expect(wrong({})).toBe("");
  for (const address of [
    "engine.example:7077",
    "127.0.0.1:7077",
    "[::1]:7077",
    "[fe80::1.2.3.4]:1",
  ])
    expect(wrong({ HATCHET_CLIENT_HOST_PORT: address })).toBe("");
  expect(wrong({ HATCHET_CLIENT_TOKEN: "gar.bage" })).toMatch(
    /^HATCHET_CLIENT_TOKEN is wrong: expected three parts [^\n]+$/u,
  );
  expect(wrong({ HATCHET_CLIENT_TOKEN: "gar.bage" })).not.toContain("gar.bage");
  const none = [
    "engine",
    "http://engine:7077",
    "engine:99999",
    "engine:0",
    "::1:7077",
    "[::1]",
    "[]:1",
  ];
  for (const address of none)
    expect(wrong({ HATCHET_CLIENT_HOST_PORT: address })).toContain(
      `expected host:port, got \`${address}\``,
    );
  expect(wrong({ HATCHET_CLIENT_API_URL: "engine:8888" })).toContain(
    "expected a URL that begins with http:// or https://, got `engine:8888`",
  );
});
