import { inboundQueue, outboundQueue, summariesQueue } from "@tgmem/contracts";

/** The lists that an operator looks after, in the order of the way of a message. */
export const lists = [inboundQueue, outboundQueue, summariesQueue] as const;

export const listNames = ["inbound", "outbound", "summaries"] as const;
export type ListName = (typeof listNames)[number];
