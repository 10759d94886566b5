import { z } from "zod";

/** Names of the Hatchet workflows. */
export const Workflows = {
  chat: "ai-chat-workflow",
  /** The same as for messages, with slots of its own: /help never waits for a model. */
  command: "command-workflow",
  summarize: "memory-summarize-workflow",
} as const;
export type Workflow = (typeof Workflows)[keyof typeof Workflows];

/**
 * The whole input of a run: where its job waits. The engine keeps run inputs for weeks and cannot delete them, so no
 * text travels here: the worker claims the job from its list. Ids are strings, because the engine's expressions read
 * numbers as doubles.
 */
export const JobRef = z.object({ lane: z.string().min(1), id: z.string().min(1) });
export type JobRef = z.infer<typeof JobRef>;
