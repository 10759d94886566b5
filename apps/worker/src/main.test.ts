import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

async function worker(args: readonly string[], env: Record<string, string> = {}) {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@tgmem/source", main, ...args], {
    env: { PATH: process.env["PATH"], METRICS_PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  const [code] = await once(child, "close");
  return { code: Number(code), output };
}

it("lists every missing and wrong variable at once and exits 2", async () => {
  const { code, output } = await worker([], {
    REDIS_URL: "http://example.org",
    SUMMARIZE_EVERY: "often",
    AIRTABLE_PAT: "pat",
  });
  expect(code).toBe(2);
  for (const name of ["REDIS_URL", "HATCHET_CLIENT_TOKEN", "SUMMARIZE_EVERY", "AIRTABLE_BASE_ID"])
    expect(output).toContain(`- ${name} is `);
});

it("explains its variables with --help", async () => {
  const { code, output } = await worker(["--help"]);
  expect(code).toBe(0);
  expect(output).toMatch(/OPENROUTER_CHAT_MODEL +model that answers \(default openrouter\/auto\)/);
});
