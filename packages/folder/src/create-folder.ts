import { makeDataFolder } from "@tgmem/service/data-folder";
import { openFolder } from "./open-folder.ts";

/** Makes a folder as a bot does at its first start, for its owner alone. */
export async function createFolder(folder: string): Promise<void> {
  makeDataFolder(folder);
  await openFolder(folder, { window: 1, onError: () => {} }).close();
}
