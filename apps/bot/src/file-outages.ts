import type { Outages } from "@tgmem/service";

const kindOf = (kind: string) => (kind === "redis" ? "files" : kind);

/** Tells of an outage of Redis as what it is here: the files take no writes. */
export function fileOutages(outages: Outages, folder: string): Outages {
  return {
    ...outages,
    failed: (kind, trouble) =>
      outages.failed(
        kindOf(kind),
        kind === "redis"
          ? {
              ...trouble,
              what: "the files take no writes",
              remedy: `make room on the disk of ${folder}`,
            }
          : trouble,
      ),
    worked: (kind) => outages.worked(kindOf(kind)),
  };
}
