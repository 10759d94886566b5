/** How often a cell is asked whether it is done: little beside a cell's second, and cheap beside its work. */
export const pollMs = 20;
