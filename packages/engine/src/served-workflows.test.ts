import { randomUUID } from "node:crypto";
import { until } from "@tgmem/processes";
import { testEngine } from "@tgmem/testbed";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { connectEngine } from "./connect.ts";
import { servedWorkflows } from "./served-workflows.ts";
import { startWorker } from "./worker.ts";

const server = await testEngine();
afterAll(() => server.stop({ drop: true }));

function connect() {
  const {
    HATCHET_CLIENT_TOKEN: token,
    HATCHET_CLIENT_HOST_PORT: hostPort,
    HATCHET_CLIENT_API_URL: apiUrl,
  } = server.clientEnv;
  return connectEngine({ token, hostPort, apiUrl, tls: "none", namespace: `test-${randomUUID()}` });
}

describe.skipIf(server.missing)("on a real engine", () => {
  it("names the workflows that a worker of this installation works on, for as long as it does", async () => {
    const engine = connect();
    const served = servedWorkflows(engine);
    const ofOthers = servedWorkflows(connect());
    expect(await served()).toEqual(new Set());
    const worker = await startWorker(engine, {
      name: "test",
      tasks: [
        { workflow: "ai-chat-workflow", run: async () => {}, executionTimeoutMs: 60_000 },
        { workflow: "command-workflow", run: async () => {}, executionTimeoutMs: 60_000 },
      ],
      drainMs: 100,
    });
    onTestFinished(async () => void (await worker.stop()));
    await until(async () => (await served()).size > 0, { timeoutMs: 60_000 });
    expect(await served()).toEqual(new Set(["ai-chat-workflow", "command-workflow"]));
    expect(await ofOthers()).toEqual(new Set());
    await worker.stop();
    await until(async () => (await served()).size === 0, { timeoutMs: 60_000 });
  });

  it("rejects when the engine does not answer", async () => {
    const served = servedWorkflows(connect(), { deadlineMs: 1 });
    await expect(served()).rejects.toMatchObject({ code: "unavailable", retryable: true });
  });
});
