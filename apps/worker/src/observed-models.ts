import type { Spending } from "@tgmem/contracts";
import type { Logger } from "@tgmem/service";
import { createModels, type ModelEnv, type Models } from "./model.ts";
import type { Observers } from "./observe.ts";

export interface ObservedModelsOptions {
  readonly on: Pick<Observers, "model" | "trouble">;
  readonly spending: Pick<Spending, "addModel">;
  readonly logger: Pick<Logger, "info" | "warn">;
}

/** Makes the models of a bot: what they use is counted, and whoever set none is told so. */
export async function observedModels(
  env: ModelEnv & { readonly STREAM_ANSWERS: boolean },
  { on, spending, logger }: ObservedModelsOptions,
): Promise<Models> {
  const models = await createModels(env, {
    shown: env.STREAM_ANSWERS,
    onEvent(use, event) {
      on.model(use, event);
      if (event.type === "usage") spending.addModel(event.model, event).catch(on.trouble);
    },
    onServed: (model) => logger.info({ model }, "the first model that the endpoint serves"),
  });
  if (!models.online) logger.warn("no OPEN_ROUTER_API_KEY: answers come from the offline model");
  return models;
}
