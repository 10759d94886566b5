import { engineVariables, processVariables, redisVariables } from "@tgmem/service";
import { z } from "zod";

export const consumerEnv = z.object({
  ...redisVariables,
  ...engineVariables,
  ...processVariables("consumer"),
});
