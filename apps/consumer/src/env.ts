import { commonEnv, optionalText, redisUrl, secret } from "@tgmem/service";
import { z } from "zod";

export const consumerEnv = z.object({
  REDIS_URL: redisUrl,
  HATCHET_CLIENT_TOKEN: secret("the key of the Hatchet engine; `pnpm engine` prints one"),
  HATCHET_CLIENT_HOST_PORT: optionalText("address of the engine, host:port; else the one inside the token"),
  HATCHET_CLIENT_API_URL: optionalText("URL of the engine's API; else the one inside the token"),
  HATCHET_CLIENT_TLS_STRATEGY: z.enum(["none", "tls", "mtls"]).default("tls").meta({ description: "none for an engine without TLS" }),
  HATCHET_CLIENT_NAMESPACE: optionalText("prefix of workflow names, to share one engine"),
  ...commonEnv({ metricsPort: 9102 }),
});
