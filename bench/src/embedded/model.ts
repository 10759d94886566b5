import { startProcess } from "@tgmem/processes";

/** A model that answers at once, in a process of its own, as a provider's is. */
export async function startModel() {
  const server = startProcess(new URL("model-process.ts", import.meta.url));
  await server.says("\n");
  return {
    /** What a bot is set up with to ask it. */
    env: {
      OPEN_ROUTER_API_KEY: "key",
      OPENROUTER_CHAT_MODEL: "bench/model",
      OPENROUTER_BASE_URL: server.output().trim(),
    },
    stop: async () => void (await server.stop("SIGTERM")),
  };
}
