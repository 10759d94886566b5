import { defaultPostgresUrl, postgresAnswers } from "@tgmem/hatchet-engine";
import { missingServer } from "../missing.ts";
import { postgresFolder, startPostgres } from "./start-postgres.ts";

/** The Postgres server that tests share. */
export interface TestPostgres {
  /** The address without a database; its user may create some. */
  readonly url: string;
  /** True when there is no server: `describe.skipIf(postgres.missing)`. Never true in CI. */
  readonly missing: boolean;
}

let found: Promise<TestPostgres> | null = null;

/** Finds the Postgres that tests share: the one at PG_ADMIN_URL, else the one on 127.0.0.1:5432, else one started for this process. */
export function testPostgres(): Promise<TestPostgres> {
  found ??= find();
  return found;
}

async function find(): Promise<TestPostgres> {
  const given = process.env["PG_ADMIN_URL"];
  const url = given ?? defaultPostgresUrl;
  if (await postgresAnswers(url)) return { url, missing: false };
  if (given !== undefined) throw new Error("PG_ADMIN_URL is set, but nobody answers there.");
  if (postgresFolder() !== null) return { url: (await startPostgres()).url, missing: false };
  missingServer(
    "PostgreSQL 15 or newer",
    "set PG_ADMIN_URL to a user who may create databases, or install PostgreSQL.",
  );
  return { url, missing: true };
}
