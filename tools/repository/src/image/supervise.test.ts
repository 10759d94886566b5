import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { until } from "@tgmem/processes";
import { expect, it, onTestFinished } from "vitest";
import { root } from "../files.ts";

function supervise(program: string): { readonly child: ChildProcess; readonly said: () => string } {
  const child = spawn("sh", [join(root, "apps/supervise.sh"), process.execPath, "-e", program]);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (said += data.toString()));
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, said: () => said };
}

async function endOf(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, "exit");
  return code;
}

it.each([0, 1, 4])(
  "a container whose app ends with %i ends too, and is restarted",
  async (code) => {
    const { child } = supervise(`process.exit(${code})`);
    expect(await endOf(child)).toBe(code);
  },
);

it.each([2, 3])("a container whose app ends with %i stays until it is stopped", async (code) => {
  const { child, said } = supervise(`process.exit(${code})`);
  await until(() => said().includes("starting again does not mend"), { what: "the advice" });
  expect(child.exitCode).toBe(null);
  child.kill("SIGTERM");
  expect(await endOf(child)).toBe(code);
});

it("an app in a container is asked to stop as the container is, and takes its time", async () => {
  const { child, said } = supervise(
    `setInterval(() => {}, 1000); process.on("SIGTERM", () => setTimeout(() => { console.log("stopped"); process.exit(0); }, 200)); console.log("runs")`,
  );
  await until(() => said().includes("runs"), { what: "its first word" });
  child.kill("SIGTERM");
  expect(await endOf(child)).toBe(0);
  expect(said()).toContain("stopped");
});
