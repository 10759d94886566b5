import { expect, it } from "vitest";

it("exports exactly these names", async () => {
  expect(Object.keys(await import("./index.ts")).toSorted()).toEqual([
    "EngineSetupError",
    "binariesFolder",
    "databaseUrl",
    "defaultPostgresUrl",
    "dropDatabase",
    "engineBinaries",
    "postgresAnswers",
    "query",
    "startEngine",
  ]);
});
