/** The part of a Redis client that is needed here. */
interface Marks {
  set(key: string, value: string, px: "PX", ms: number, nx: "NX"): Promise<unknown>;
}

/**
 * Says of each id whether nobody has asked before, in any process. It is remembered for `forMs`, without any text. Who
 * asks and dies has asked: of a notice, none is better than two.
 */
export const firstTime =
  (redis: Marks, { forMs }: { readonly forMs: number }) =>
  async (id: string): Promise<boolean> =>
    (await redis.set(`tgmem:told:${id}`, "1", "PX", forMs, "NX")) === "OK";
