/** Names of the lists. They are part of the Redis keys, so changing one orphans what waits in it. */
export const Queues = { inbound: "inbound", outbound: "outbound", summaries: "summaries" } as const;
