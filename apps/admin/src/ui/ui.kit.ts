import { ownRedis } from "@tgmem/testbed";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { type System, withSystem } from "../system/open-system.ts";
import { serveUi, type ServedUi } from "./serve.ts";

export interface ServedDemo extends ServedUi {
  readonly system: System;
  /** The address without its key. */
  readonly origin: string;
}

/** Serves the page of an empty system to each test, on a Redis of its own: the lists of a system have no test prefix. */
export function servedUi(): () => ServedDemo {
  let server: Awaited<ReturnType<typeof ownRedis>>;
  let served: ServedDemo | undefined;
  let ended: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    server = await ownRedis();
  });
  beforeEach(async (context) => {
    context.skip(server.missing, "no redis-server");
    const { promise: done, resolve: finish } = Promise.withResolvers<void>();
    const { promise: open, resolve, reject } = Promise.withResolvers<ServedDemo>();
    const work = withSystem({ REDIS_URL: server.url }, async (system) => {
      await system.server?.flushall();
      const ui = await serveUi({ system, now: Date.now }, { host: "127.0.0.1", port: 0 });
      resolve({ ...ui, system, origin: new URL(ui.url).origin });
      await done;
      await ui.close();
    });
    work.catch(reject);
    served = await open;
    ended = () => {
      finish();
      return work;
    };
  });
  afterEach(() => ended?.());
  afterAll(() => server.stop());
  return () => {
    if (!served) throw new Error("The page is served while a test runs.");
    return served;
  };
}
