import { z } from "zod";
import type { ConnectOptions } from "./connect.ts";

/** The variables of every process that talks to the engine, to be spread into its own. */
export const engineEnv = {
  HATCHET_CLIENT_TOKEN: z.string().min(1).meta({
    description: "the token of the Hatchet engine; `pnpm engine` prints one",
    secret: true,
  }),
  HATCHET_CLIENT_TLS_STRATEGY: z
    .enum(["none", "tls", "mtls"])
    .default("tls")
    .meta({ description: "none for an engine on this machine" }),
  HATCHET_CLIENT_HOST_PORT: z
    .string()
    .optional()
    .meta({ description: "gRPC address of the engine, else the token's" }),
  HATCHET_CLIENT_API_URL: z
    .string()
    .optional()
    .meta({ description: "REST address of the engine, else the token's" }),
  HATCHET_CLIENT_NAMESPACE: z
    .string()
    .optional()
    .meta({ description: "keeps several installations in one engine apart" }),
};

type EngineEnv = z.infer<z.ZodObject<typeof engineEnv>>;

export function engineOptions(env: EngineEnv): ConnectOptions {
  return {
    token: env.HATCHET_CLIENT_TOKEN,
    tls: env.HATCHET_CLIENT_TLS_STRATEGY,
    hostPort: env.HATCHET_CLIENT_HOST_PORT,
    apiUrl: env.HATCHET_CLIENT_API_URL,
    namespace: env.HATCHET_CLIENT_NAMESPACE,
  };
}
