import { createHash } from "node:crypto";
import { z } from "zod";
import { jsonOf } from "../files/json-of.ts";
import { moveKey } from "../system/keys.ts";
import type { Kept } from "../system/kept.ts";

/** Says of a place what is moved to it: from where, and whether all is there. */
const Mark = z.object({ from: z.string(), isDone: z.boolean() });
export type Mark = z.infer<typeof Mark>;

type Marked = Pick<Kept["redis"], "get" | "set">;

/** Names a place by what tells it from others, and tells nothing of it. */
export const nameOfPlace = (place: string): string =>
  createHash("sha256").update(place).digest("base64url").slice(0, 16);

export const readMark = async (redis: Marked): Promise<Mark | undefined> =>
  Mark.safeParse(jsonOf((await redis.get(moveKey)) ?? "")).data;

export const writeMark = async (redis: Marked, mark: Mark): Promise<void> =>
  void (await redis.set(moveKey, JSON.stringify(mark)));
