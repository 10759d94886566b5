import { wholeNumber } from "./kinds.ts";

/** How much the worker does at once. */
export const workerVariables = {
  WORKER_SLOTS: wholeNumber("messages answered at once", { min: 1, max: 1_000, fallback: 100 }),
};
