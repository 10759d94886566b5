import { expect, it } from "vitest";
import { soon, wire } from "../wire.kit.ts";

const { server, connect, listen } = await wire();

it("asks nothing while the connection is down, and each group once when it is back", async () => {
  const groups = Array.from({ length: 20 }, (_, index) => String(-1_000_000_002_000 - index));
  const port = await connect({ pollMs: 2_000, callTimeoutMs: 2_000, answerTimeoutMs: 60_000 });
  const { texts } = listen(port);
  for (const group of groups) server.say("42", "known", { group });
  await expect.poll(() => texts, soon).toHaveLength(groups.length);

  server.faults.refuse = true;
  server.faults.dropConnections();
  await expect.poll(() => port.health().connected, soon).toBe(false);
  // Four polls would have asked meanwhile, and each of their calls would have been given up, and sent in the end.
  await new Promise((resolve) => setTimeout(resolve, 9_000));
  const asked = () => server.calls.filter((call) => call.startsWith("updates.")).length;
  const before = asked();
  for (const group of groups) server.say("42", "missed", { group, unheard: true });
  server.faults.refuse = false;
  await expect.poll(() => texts, soon).toHaveLength(2 * groups.length);
  // At its return each group is asked, and the account; perhaps two polls come in between.
  expect(asked() - before).toBeLessThanOrEqual(3 * groups.length + 10);
});
