import { databaseUrl, postgresAnswers, query } from "@tgmem/hatchet-engine";
import { describe, expect, it, onTestFinished } from "vitest";
import { postgresFolder, startPostgres } from "./start-postgres.ts";

describe.skipIf(postgresFolder() === null)("a private Postgres", () => {
  it("answers in UTC, lets its user create databases, keeps them over a restart, and is gone after its stop", async () => {
    const postgres = await startPostgres();
    let stopped = false;
    onTestFinished(async () => (stopped ? undefined : postgres.stop()));
    expect(await query(databaseUrl(postgres.url, "postgres"), "SHOW timezone")).toEqual([
      { TimeZone: "UTC" },
    ]);
    await query(databaseUrl(postgres.url, "postgres"), "CREATE DATABASE another");
    await postgres.restart();
    await query(databaseUrl(postgres.url, "another"), "SELECT 1");
    await postgres.stop();
    stopped = true;
    expect(await postgresAnswers(postgres.url)).toBe(false);
  });
});
