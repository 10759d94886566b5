export const bareTaskName = "bench-bare";

/** A task as plain as ours are otherwise: no idempotency, no concurrency. */
export const bareTask = { name: bareTaskName, retries: 3, executionTimeout: "60s" } as const;
