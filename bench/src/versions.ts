import { readFile } from "node:fs/promises";

/** The installed versions of packages, by name. */
export async function versions(
  names: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const folder = new URL("../node_modules/", import.meta.url);
  const found = names.map(async (name) => {
    const text = await readFile(new URL(`${name}/package.json`, folder), "utf8").catch(() => "{}");
    const { version = "missing" }: { version?: string } = JSON.parse(text);
    return [name, version] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}
