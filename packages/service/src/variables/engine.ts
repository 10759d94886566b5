import { z } from "zod";
import { optionalHostPort, optionalHttpUrl, optionalText, secret } from "./kinds.ts";

/** The variables of every process that talks to the Hatchet engine. */
export const engineVariables = {
  HATCHET_CLIENT_TOKEN: secret("the token of the Hatchet engine; `pnpm engine` prints one", {
    form: /^[\w-]+\.[\w-]+\.[\w-]+$/u,
    expected: "expected three parts of letters and digits, with dots between",
  }),
  HATCHET_CLIENT_TLS_STRATEGY: z
    .enum(["none", "tls", "mtls"])
    .default("tls")
    .meta({ description: "none for an engine on this machine" }),
  HATCHET_CLIENT_HOST_PORT: optionalHostPort("gRPC address of the engine, else the token's"),
  HATCHET_CLIENT_API_URL: optionalHttpUrl("REST address of the engine, else the token's"),
  HATCHET_CLIENT_NAMESPACE: optionalText("keeps several installations in one engine apart"),
};

/** Gives these variables the names of the options of `connectEngine`. */
export const engineOptions = (env: z.output<z.ZodObject<typeof engineVariables>>) => ({
  token: env.HATCHET_CLIENT_TOKEN,
  tls: env.HATCHET_CLIENT_TLS_STRATEGY,
  hostPort: env.HATCHET_CLIENT_HOST_PORT,
  apiUrl: env.HATCHET_CLIENT_API_URL,
  namespace: env.HATCHET_CLIENT_NAMESPACE,
});
