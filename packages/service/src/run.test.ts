import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const main = fileURLToPath(new URL("sample-service.kit.ts", import.meta.url));

function start(args: string[] = [], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--conditions=@tgmem/source", main, ...args], {
    env: { PATH: process.env["PATH"], METRICS_PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (out += data));
  const ended = once(child, "close").then(([code]) => ({ code: Number(code), out }));
  const said = async (text: string) => {
    while (!out.includes(text)) await once(child.stdout, "data");
  };
  return { child, ended, said };
}

it("stops its steps in order at SIGTERM and exits 0", async () => {
  const { child, ended, said } = start([], { TOKEN: "t" });
  await said('"started"');
  child.kill("SIGTERM");
  const { code, out } = await ended;
  expect(code).toBe(0);
  expect(out).toMatch(/first step[^]*second step[^]*"stopped"/);
});

it("exits 0 at SIGTERM while it still starts, although that start is given up", async () => {
  const { child, ended, said } = start([], { TOKEN: "t", HANG: "1" });
  await said('"connecting"');
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
});

it("runs the later steps too when one fails, and exits 1", async () => {
  const { child, ended, said } = start([], { TOKEN: "t", BREAK_STEP: "1" });
  await said('"started"');
  child.kill("SIGTERM");
  const { code, out } = await ended;
  expect(code).toBe(1);
  expect(out).toContain("second step");
});

it("says what is missing and exits 2", async () => {
  const { code, out } = await start().ended;
  expect(code).toBe(2);
  expect(out).toContain("sample cannot start:\n  - TOKEN is missing");
});

it("explains itself with --help, without any variable set", async () => {
  const { code, out } = await start(["--help"]).ended;
  expect(code).toBe(0);
  expect(out).toContain("sample: Does nothing.");
});

it("exits with the code of a failure from which only a restart recovers", async () => {
  const { code, out } = await start([], { TOKEN: "t", FAIL: "1" }).ended;
  expect(code).toBe(7);
  expect(out).toContain("second step");
});

it("stops in order after an unhandled rejection, and exits 1", async () => {
  const { code, out } = await start([], { TOKEN: "t", REJECT: "1" }).ended;
  expect(code).toBe(1);
  expect(out).toContain("second step");
});
