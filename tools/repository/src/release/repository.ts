import type { Manifest } from "../packages.ts";

/** A release without a public address would have no provenance, and its links would lead nowhere. */
export class NoRepository extends Error {
  override readonly name = "NoRepository";
}

/**
 * The public address, from the one place where it stands: `repository` in the root's package.json, such as
 * `https://github.com/owner/tgmem`.
 * @throws NoRepository while it is not set, or is no such address.
 */
export function repositoryOf(rootManifest: { readonly repository?: unknown }): string {
  const { repository } = rootManifest;
  if (
    typeof repository === "string" &&
    /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/.test(repository)
  )
    return repository.replace(/\.git$/, "");
  throw new NoRepository(
    `Nothing is released: \`repository\` in the root's package.json is ${JSON.stringify(repository) ?? "missing"}. ` +
      "Set it to the public address, https://github.com/OWNER/NAME.",
  );
}

/** A package's manifest with what the registry shows as its source. */
export function withRepository(manifest: Manifest, home: string, url: string): Manifest {
  return {
    ...manifest,
    homepage: `${url}/tree/main/${home}#readme`,
    bugs: `${url}/issues`,
    repository: { type: "git", url: `git+${url}.git`, directory: home },
  };
}
