import { z } from "zod";
import { text, wholeNumber } from "./kinds.ts";
import { tracingVariables } from "./tracing.ts";

/** Each app has a port of its own, so that all of them run on one machine. */
const metricsPorts = {
  receiver: 9101,
  consumer: 9102,
  worker: 9103,
  sender: 9104,
  bot: 9106,
} as const;

/** The variables of every process that runs until it is stopped. */
export const processVariables = (app: keyof typeof metricsPorts) => ({
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal"])
    .default("info")
    .meta({ description: "how much is logged" }),
  LOG_FORMAT: z
    .enum(["auto", "json", "pretty"])
    .default("auto")
    .meta({ description: "how it looks; auto = pretty in a terminal, json elsewhere" }),
  METRICS_HOST: text("address of /livez, /readyz and /metrics", "127.0.0.1"),
  METRICS_PORT: wholeNumber("port of /livez, /readyz and /metrics; 0 = any free one", {
    min: 0,
    max: 65_535,
    fallback: metricsPorts[app],
  }),
  ...tracingVariables,
});
