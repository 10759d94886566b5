import { inboundQueue, outboundQueue, summariesQueue } from "@tgmem/contracts";
import type { Queue, QueueOptions } from "@tgmem/queue";
import { z } from "zod";

/** The lists that an operator looks after, in the order of the way of a message. */
export const listNames = ["inbound", "outbound", "summaries"] as const;
export type ListName = (typeof listNames)[number];

/** What wrote a body may be newer than this, so all of them are read. */
const schema = z.unknown();

/** Opens all lists, whatever their bodies hold. */
export const openLists = (
  open: (options: QueueOptions<unknown>) => Queue<unknown>,
): Readonly<Record<ListName, Queue<unknown>>> => ({
  inbound: open({ ...inboundQueue, schema }),
  outbound: open({ ...outboundQueue, schema }),
  summaries: open({ ...summariesQueue, schema }),
});
