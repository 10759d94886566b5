/** How Redis is set up, as far as the lists depend on it. */
export interface RedisHealth {
  readonly version: string;
  readonly maxmemoryPolicy: string;
  readonly appendOnlyFile: boolean;
  /** What is to be changed, a sentence each; empty = it is well. */
  readonly ills: readonly string[];
}

/** Reads what `INFO` answers. */
export function readHealth(info: string): RedisHealth {
  const value = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1] ?? "";
  const version = value("redis_version"); // Valkey gives the version of Redis that it is compatible with.
  const maxmemoryPolicy = value("maxmemory_policy");
  const appendOnlyFile = value("aof_enabled") === "1";
  const ills = [
    Number(version.split(".")[0]) >= 7 ? "" : "It is older than 7.0: the lists do not work on it.",
    maxmemoryPolicy === "noeviction"
      ? ""
      : `With maxmemory-policy ${maxmemoryPolicy} it drops messages when its memory is full: set noeviction.`,
    appendOnlyFile
      ? ""
      : "It keeps no append-only file: a restart loses messages. Set appendonly yes.",
    value("aof_last_write_status") === "err" ? "It cannot write its append-only file." : "",
  ].filter((ill) => ill !== "");
  return { version, maxmemoryPolicy, appendOnlyFile, ills };
}
