import { isOpenRouter } from "@tgmem/llm";
import { relation } from "@tgmem/service/variables";
import type { ModelEnv } from "./model.ts";

/** Nobody else has OpenRouter's tools: the arguments of zod's `refine`. */
export const searchingEndpoint = relation<Partial<ModelEnv>>(
  "WEB_SEARCH",
  ({ WEB_SEARCH, OPENROUTER_BASE_URL = "" }) => !WEB_SEARCH || isOpenRouter(OPENROUTER_BASE_URL),
  "expected off, because OPENROUTER_BASE_URL is not OpenRouter, whose tool it is",
);
