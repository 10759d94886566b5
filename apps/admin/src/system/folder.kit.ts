import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFolder } from "@tgmem/folder";
import { openLists } from "./lists.ts";

/** Makes an empty folder as a bot makes it, and gives what removes it. */
export async function botFolder() {
  const data = await mkdtemp(join(tmpdir(), "tgmem-folder-"));
  const folder = openFolder(data, { window: 10, onError: () => {} });
  openLists(folder.list);
  await folder.close();
  return { data, remove: () => rm(data, { recursive: true }) };
}
