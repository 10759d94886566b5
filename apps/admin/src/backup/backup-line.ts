import { z } from "zod";

/** The first line of a backup. */
export const Header = z.object({
  backup: z.literal("tgmem"),
  v: z.literal(1),
  createdAtMs: z.number(),
  /** The version of Redis that wrote it: an older one may not read it. */
  redis: z.string(),
});

/** A key of a backup, as Redis dumps it. */
export const Entry = z.object({
  key: z.string(),
  /** When it ends, in ms since 1970; absent = never. */
  endsAtMs: z.number().optional(),
  /** What `DUMP` gave, in base64. */
  dump: z.base64(),
});
export type Entry = z.infer<typeof Entry>;

/** The last line: a backup without it was broken off. */
export const End = z.object({ end: z.literal(true), keys: z.number() });
