/** What costs are summed up by. */
export const costBy = ["day", "person", "model"] as const;
export type CostBy = (typeof costBy)[number];
