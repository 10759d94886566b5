import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { databaseUrl, query } from "@tgmem/hatchet-engine";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { randomPrefix } from "../random-prefix.ts";
import { testPostgres } from "../postgres/test-postgres.ts";

const { url: postgresUrl, missing } = await testPostgres();
const tables = ["ControllerPartition", "SchedulerPartition", "TenantWorkerPartition"] as const;
const names: string[] = [];
afterAll(async () => {
  for (const name of names) await sql("postgres", `DROP DATABASE "${name}"`);
});

const sql = (database: string, text: string) => query(databaseUrl(postgresUrl, database), text);

async function newDatabase(): Promise<string> {
  const name = randomPrefix();
  await sql("postgres", `CREATE DATABASE "${name}"`);
  names.push(name);
  return name;
}

/** Does what the container of the engine does, with a program in the place of the engine that says only that it runs. */
async function startInContainer(database: string): Promise<string> {
  const compose = await readFile(
    join(import.meta.dirname, "../../../../docker-compose.yml"),
    "utf8",
  );
  const [, service = ""] = compose.split("\n  hatchet-lite:\n");
  const [, script = ""] =
    /command:\n +- bash\n +- -c\n +- \|\n((?: {8}.*\n)+)/u.exec(service) ?? [];
  const folder = await mkdtemp(join(tmpdir(), "tgmem-container-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "entrypoint.sh"), "#!/bin/sh\necho engine\n", { mode: 0o755 });
  // In the file of compose a dollar is written twice.
  const args = ["-c", script.replaceAll("$$", "$")];
  const env = { PATH: process.env["PATH"], DATABASE_URL: databaseUrl(postgresUrl, database) };
  const { stdout } = await promisify(execFile)("bash", args, { cwd: folder, env });
  return stdout;
}

it.skipIf(missing)(
  "starts the engine in its container without the owners of its last life",
  async () => {
    const database = await newDatabase();
    for (const table of tables) {
      await sql(database, `CREATE TABLE "${table}" (id text)`);
      await sql(database, `INSERT INTO "${table}" VALUES ('dead')`);
    }
    await sql(
      database,
      `CREATE TABLE "Lease" ("expiresAt" timestamp DEFAULT now() + make_interval(secs => 30))`,
    );
    await sql(database, `INSERT INTO "Lease" DEFAULT VALUES`);
    expect(await startInContainer(database)).toBe("engine\n");
    const ending = `SELECT 1 FROM "Lease" WHERE "expiresAt" BETWEEN now() AND now() + make_interval(secs => 12)`;
    expect(await sql(database, ending)).toHaveLength(1);
    for (const table of tables) expect(await sql(database, `SELECT * FROM "${table}"`)).toEqual([]);
  },
);

it.skipIf(missing)("starts it also for the first time, when its database is empty", async () => {
  expect(await startInContainer(await newDatabase())).toBe("engine\n");
});
