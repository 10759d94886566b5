import { inboundQueue, outboundQueue, summariesQueue } from "@tgmem/contracts";

/** The lists that an operator looks after, in the order of the way of a message. */
export const lists = [inboundQueue, outboundQueue, summariesQueue] as const;
