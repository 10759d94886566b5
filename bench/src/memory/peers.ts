import { versions } from "../versions.ts";
import type { OpenPeer } from "./peers/peer.ts";

interface Listed {
  /** The package that is measured, whose version is printed. */
  readonly from?: string;
  readonly load: () => Promise<OpenPeer>;
}

/** By the names in the table. They are loaded one by one, so that one that does not load is left out alone. */
export const peers: Readonly<Record<string, Listed>> = {
  "bare pipeline": {
    from: "ioredis",
    load: async () => (await import("./peers/bare.ts")).openBare,
  },
  "bare, each turn once": { load: async () => (await import("./peers/bare.ts")).openBareOnce },
  ours: { load: async () => (await import("./peers/ours.ts")).openOurs },
  "Chat SDK state-redis": {
    from: "@chat-adapter/state-redis",
    load: async () => (await import("./peers/chat-sdk.ts")).openChatSdk,
  },
  "grammY storage-redis": {
    from: "@grammyjs/storage-redis",
    load: async () => (await import("./peers/grammy.ts")).openGrammy,
  },
  "LangChain redis": {
    from: "@langchain/redis",
    load: async () => (await import("./peers/langchain.ts")).openLangchain,
  },
  "Mastra redis": {
    from: "@mastra/redis",
    load: async () => (await import("./peers/mastra.ts")).openMastra,
  },
};

/** Versions of what takes part, by package. */
export function versionsOfPeers(): Promise<Readonly<Record<string, string>>> {
  return versions(Object.values(peers).flatMap(({ from }) => from ?? []));
}
