import { join } from "node:path";
import { openSqlite } from "@tgmem/memory/sqlite";

/** A file like that of the memory, without the memory: what a commit of one short text takes on this disk. */
export function openBareCommits(folder: string) {
  const database = openSqlite(join(folder, "bare.sqlite"));
  database.exec("CREATE TABLE text (text TEXT)");
  const insert = database.prepare("INSERT INTO text VALUES (?)");
  return {
    commit: (text: string) => void insert.run(text),
    close: () => database.close(),
  };
}
