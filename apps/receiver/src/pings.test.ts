import { until } from "@tgmem/processes";
import { expect, it } from "vitest";
import { receiverWorlds } from "./receiver.kit.ts";

const receiverWorld = await receiverWorlds();

it("loses nothing when pings get no answer, for which the client connects again", async () => {
  const { server, start, listed } = await receiverWorld();
  const receiver = await start({ LOG_LEVEL: "debug" });
  server.faults.mutePings = true;
  server.say("42", "before");
  // The client's own times: a ping after 9 s, three times 10 s for its answer.
  await until(() => receiver.output().includes("TIMEOUT"), { timeoutMs: 120_000 });
  server.say("42", "while it connects again", { unheard: true });
  server.faults.mutePings = false;
  await listed(2);
  expect(await receiver.status("/readyz")).toBe(200);
  expect(await receiver.stop("SIGTERM")).toBe(0);
});
