import { once } from "node:events";
import { z } from "zod";
import { processVariables, runService } from "./index.ts";
import { secret } from "./variables/kinds.ts";

await runService({
  name: "sample",
  description: "Does nothing.",
  env: z.object({
    ...processVariables("consumer"),
    TOKEN: secret("any text"),
    BREAK_STEP: z.string().optional(),
    FAIL: z.string().optional(),
    REJECT: z.string().optional(),
    HANG: z.string().optional(),
  }),
  start: async ({ env, logger, signal, fail }) => {
    if (env.HANG) {
      logger.info("connecting");
      await once(signal, "abort");
      throw new Error("given up");
    }
    if (env.FAIL) setImmediate(() => fail(new Error("gone for good"), 7));
    if (env.REJECT) void Promise.reject(new Error("nobody listens"));
    return [
      () => {
        logger.info("first step");
        if (env.BREAK_STEP) throw new Error("broken");
      },
      () => logger.info("second step"),
    ];
  },
});
