import type { Redis } from "@tgmem/service";
import { infoValue } from "../system/redis-info.ts";
import { clockFinding } from "./clock.ts";
import type { Finding } from "./finding.ts";

/** A limit that is nearer than this is a matter of days. */
const nearLimit = 0.8;

/** Looks how Redis is set up, as far as the lists depend on it, and whether its clock is that of this machine. */
export async function lookAtRedis(
  redis: Pick<Redis, "info" | "time">,
  { now = Date.now }: { readonly now?: () => number } = {},
): Promise<readonly Finding[]> {
  const beforeMs = now();
  const [seconds, microseconds] = await redis.time();
  const asked = { beforeMs, afterMs: now() };
  const theirsMs = Number(seconds) * 1_000 + Number(microseconds) / 1_000;
  return [...readInfo(await redis.info()), clockFinding({ of: "Redis", theirsMs, asked })];
}

const ill = (found: string, remedy: string): Finding => ({
  name: "redis",
  state: "ill",
  found,
  remedy,
});

/** Reads what `INFO` answers. */
export function readInfo(info: string): readonly Finding[] {
  const value = (name: string) => infoValue(info, name);
  const version = value("redis_version"); // Valkey gives the version of Redis that it is compatible with.
  const policy = value("maxmemory_policy");
  const [used, limit] = [Number(value("used_memory")), Number(value("maxmemory"))];
  const share = limit > 0 ? used / limit : 0;
  const ills = [
    Number(version.split(".")[0]) < 7 &&
      ill(`${version} is older than 7.0`, "Use Redis 7 or newer: the lists do not work on it."),
    policy !== "noeviction" &&
      ill(
        `with maxmemory-policy ${policy} it drops messages when its memory is full`,
        "Set maxmemory-policy noeviction.",
      ),
    value("aof_enabled") !== "1" &&
      ill("it keeps no append-only file, so a restart loses messages", "Set appendonly yes."),
    value("aof_last_write_status") === "err" &&
      ill("it cannot write its append-only file", "Make room on its disk, and look at its log."),
    share >= nearLimit &&
      ill(
        `its memory is ${Math.round(share * 100)} % full`,
        "Raise maxmemory: at the limit nothing is taken in any more.",
      ),
  ].filter((finding) => finding !== false);
  if (ills.length > 0) return ills;
  return [{ name: "redis", state: "ok", found: `${version}, ${policy}, append-only file` }];
}
