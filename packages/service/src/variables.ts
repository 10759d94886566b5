import { z } from "zod";

/** A variable whose value must never be shown. */
export const secret = (description: string) =>
  z.string().min(1).meta({ description, secret: true });

export const optionalText = (description: string) => z.string().optional().meta({ description });

/** A whole number within bounds, with a default. */
export const wholeNumber = (
  description: string,
  { min, max, fallback }: { min: number; max: number; fallback: number },
) =>
  z
    .string()
    .regex(/^\d+$/, "expected a whole number")
    .transform(Number)
    .refine((value) => value >= min && value <= max, `expected ${min} to ${max}`)
    .default(fallback)
    .meta({ description });

export const redisUrl = z
  .url({ protocol: /^rediss?$/, error: "expected redis://host:port or rediss://…" })
  .default("redis://127.0.0.1:6379")
  // A Redis URL may hold a password.
  .meta({ description: "where Redis runs: 7.0 or newer, AOF on, noeviction", secret: true });

/** The variables of every process. */
export const commonEnv = (defaults: { metricsPort: number }) => ({
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal"])
    .default("info")
    .meta({ description: "how much is logged" }),
  METRICS_HOST: z
    .string()
    .default("127.0.0.1")
    .meta({ description: "address of /livez, /readyz and /metrics" }),
  METRICS_PORT: wholeNumber("port of /livez, /readyz and /metrics; 0 = any free one", {
    min: 0,
    max: 65_535,
    fallback: defaults.metricsPort,
  }),
});
