import { expect, it } from "vitest";

it("exports exactly these names", async () => {
  expect(Object.keys(await import("./index.ts")).toSorted()).toEqual([
    "DEFAULT_POSTGRES_URL",
    "EngineSetupError",
    "binariesFolder",
    "databaseUrl",
    "dieWithUs",
    "dropDatabase",
    "engineBinaries",
    "freePort",
    "freePorts",
    "lastLines",
    "postgresAnswers",
    "query",
    "runCommand",
    "startEngine",
  ]);
});
