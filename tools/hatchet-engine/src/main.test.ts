import { join } from "node:path";
import { expect, it } from "vitest";
import { runCommand } from "@tgmem/processes";
import { help } from "./options.ts";

const main = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  runCommand(
    process.execPath,
    ["--conditions=@tgmem/source", join(import.meta.dirname, "main.ts"), ...args],
    {
      cwd: import.meta.dirname,
      env: { ...process.env, ...env },
    },
  );

it("explains itself", async () => {
  expect(await main(["--help"])).toMatchObject({ code: 0, stdout: help });
});

it("ends with 2 for a wrong option and says what it expects", async () => {
  const { code, stderr } = await main(["--grpc-port", "none"]);
  expect(code).toBe(2);
  expect(stderr).toContain('Expected --grpc-port to be a port, got "none".');
});

it("ends with 1 when it cannot start, and says what to do", async () => {
  const { code, stderr } = await main([], { HATCHET_BIN: "/nowhere" });
  expect(code).toBe(1);
  expect(stderr).toContain("HATCHET_BIN is /nowhere");
});
