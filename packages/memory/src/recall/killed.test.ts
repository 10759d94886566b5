import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ownRedis } from "@tgmem/testbed";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { openStore } from "./killed.kit.ts";
import { recallIndex } from "./create-recall-index.ts";
import type { PostingStore } from "./posting-store.ts";
import { bytesOf, postingLength, trimmed, unitAt } from "./postings.ts";
import type { RecallTurn } from "./recall-index.ts";

const folder = mkdtempSync(join(tmpdir(), "tgmem-killed-"));
const server = await ownRedis({ appendonly: false });
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop();
});

/** Looks whether words and turns of the index belong together. */
async function check(store: PostingStore): Promise<number> {
  const { epoch, first, units } = await store.state("42", []);
  const turns: RecallTurn[] = [];
  for await (const part of recallIndex(store).turns("42")) turns.push(...part);
  const numbers = turns.map(({ turnId }) => turnId.split(".").map(Number));
  const [, start = 0] = numbers[0] ?? [];
  expect(numbers).toEqual(turns.map((_, at) => [epoch, start + at]));
  expect(units).toBe(2 * turns.length);
  const { lists } = await store.read("42", ["zebra"], { sittings: false });
  const list = trimmed(lists.get("zebra") ?? "", 2 * first, Infinity);
  const posted = Array.from({ length: list.length / postingLength }, (_, at) =>
    unitAt(bytesOf(list), at * postingLength),
  );
  const { known } = await store.state(
    "42",
    turns.map(({ turnId }) => turnId),
  );
  expect(posted).toEqual([...known.values()].flatMap((n) => [2 * n, 2 * n + 1]));
  expect(known.size).toBe(turns.length);
  return turns.length;
}

for (const kind of ["sqlite", "redis"])
  it.skipIf(kind === "redis" && server.missing)(
    `words and turns of an index in ${kind} belong together, whenever its process is killed`,
    { timeout: 300_000 },
    async () => {
      const where = kind === "sqlite" ? join(folder, "recall.sqlite") : server.url;
      const { store, close } = openStore(kind, where);
      onTestFinished(close);
      const file = fileURLToPath(new URL("killed.kit.ts", import.meta.url));
      const execArgv = ["--conditions=@tgmem/source", "--disable-warning=ExperimentalWarning"];
      let held = 0;
      for (let kills = 0; kills < 12; kills++) {
        const child = fork(file, [kind, where], { execArgv });
        const batches = 1 + Math.floor(Math.random() * 25);
        for (let n = 0; n < batches; n++) await once(child, "message");
        // Somewhere within the next batch, or within a forget.
        for (let turns = Math.random() * 40; turns > 0; turns--)
          await new Promise((resolve) => setImmediate(resolve));
        child.kill("SIGKILL");
        await once(child, "exit");
        held += await check(store);
      }
      expect(held).toBeGreaterThan(0);
    },
  );
