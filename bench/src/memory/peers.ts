import type { OpenPeer } from "./peer.ts";

/** By the names in the table. They are loaded one by one, so that one that does not load is left out alone. */
export const peers: Readonly<Record<string, () => Promise<OpenPeer>>> = {
  "bare pipeline": async () => (await import("./peers/bare.ts")).openBare,
  "bare, each turn once": async () => (await import("./peers/bare.ts")).openBareOnce,
  ours: async () => (await import("./peers/ours.ts")).openOurs,
  "Chat SDK state-redis": async () => (await import("./peers/chat-sdk.ts")).openChatSdk,
  "grammY storage-redis": async () => (await import("./peers/grammy.ts")).openGrammy,
  "LangChain redis": async () => (await import("./peers/langchain.ts")).openLangchain,
  "Mastra redis": async () => (await import("./peers/mastra.ts")).openMastra,
};
