import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const kit = fileURLToPath(new URL("nursery.kit.ts", import.meta.url));
const flags = ["--conditions=@tgmem/source", "--disable-warning=ExperimentalWarning"];
const run = (...more: string[]) => promisify(execFile)(process.execPath, [...flags, ...more, kit]);

it("makes the nursery small again, which a start has made large", async () => {
  const [large, small] = JSON.parse((await run("--expose-gc")).stdout);
  expect(small).toBeLessThan(large / 4);
});

it("does nothing in a Node that was started without the flag for it", async () => {
  const [large, small] = JSON.parse((await run()).stdout);
  expect(small).toBe(large);
});
