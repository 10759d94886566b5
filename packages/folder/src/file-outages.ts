import type { Outages } from "@tgmem/service";

/** Tells of an outage of Redis as what it is here: the files take no writes. */
export function fileOutages(outages: Outages, folder: string): Outages {
  const own = { what: "the files take no writes", remedy: `make room on the disk of ${folder}` };
  return {
    ...outages,
    failed: (kind, trouble) =>
      kind === "redis"
        ? outages.failed("files", { ...trouble, ...own })
        : outages.failed(kind, trouble),
    worked: (kind) => outages.worked(kind === "redis" ? "files" : kind),
  };
}
