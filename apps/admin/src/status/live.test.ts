import { ownRedis } from "@tgmem/testbed";
import { expect, it, onTestFinished } from "vitest";
import { tgmem } from "../commands/tgmem.kit.ts";

it("goes on while somebody watches, also while Redis is away", async (context) => {
  const server = await ownRedis();
  context.skip(server.missing, "no redis-server");
  onTestFinished(() => server.stop());
  const stopped = new AbortController();
  let shown = "";
  const watched = tgmem(["status"], {
    env: { REDIS_URL: server.url },
    isLive: true,
    clear: () => (shown = ""),
    print: (line) => void (shown += line),
    signal: stopped.signal,
  });
  const sees = (words: string) => expect.poll(() => shown).toContain(words);
  await sees("inbound");
  await server.kill();
  await sees("Redis does not answer: check that it runs, and REDIS_URL.");
  await server.restart();
  await sees("inbound");
  stopped.abort();
  expect(await watched).toMatchObject({ code: 0 });
});
