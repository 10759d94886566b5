export const bareTaskName = "bench-bare";

/** As plain as our tasks are otherwise: no idempotency, no concurrency. */
export const bareTask = { name: bareTaskName, retries: 3, executionTimeout: "60s" } as const;
