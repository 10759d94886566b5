import { expect, it } from "vitest";
import { soon, wire } from "../wire.kit.ts";

const { server, connect, listen } = await wire();
/** The place of a group in which one thing was said, because the test server counts from 1. */
const knownPts = 2;

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
  const before = server.requests.length;
  for (const group of groups) server.say("42", "missed", { group, unheard: true });
  server.faults.refuse = false;
  await expect.poll(() => texts, soon).toHaveLength(2 * groups.length);
  // What asks from where a group was before the outage; polls that come afterwards ask from where that led to.
  const asked = server.requests
    .slice(before)
    .filter(({ _, pts }) => _ === "updates.getChannelDifference" && pts === knownPts);
  expect(asked.length).toBeGreaterThanOrEqual(groups.length);
  // A busy machine may answer some of them too late, which are asked again.
  expect(asked.length).toBeLessThan(2 * groups.length);
});
