import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startFakeOpenRouter } from "@tgmem/llm/testing";
import { afterAll, beforeEach, expect, it } from "vitest";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const folders: string[] = [];
let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "tgmem-chat-"));
  folders.push(data);
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** The command with lines piped in. */
async function chat(lines: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--conditions=@tgmem/source", main, "--data", data],
    { env: { PATH: process.env["PATH"], ...env }, stdio: ["pipe", "pipe", "pipe"] },
  );
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(lines.map((line) => `${line}\n`).join(""));
  const [code] = await once(child, "close");
  return { code: Number(code), stdout, stderr };
}

async function filesMention(word: string): Promise<boolean> {
  const contents = await Promise.all(
    (await readdir(data)).map((name) => readFile(join(data, name))),
  );
  return contents.some((content) => content.includes(word));
}

it("answers each piped line on stdout, says that it is offline, and exits 0", async () => {
  const { code, stdout, stderr } = await chat(["hello", "what did I say?"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/offline/);
  expect(stdout).toContain("“hello”");
});

it("remembers over a restart, until /forget leaves no word in its files", async () => {
  await chat(["my canary is called Balthazar"]);
  expect(await filesMention("Balthazar")).toBe(true);
  const { stdout } = await chat(["/memory"]);
  expect(stdout).toContain("You: my canary is called Balthazar");
  const after = await chat(["/forget", "/memory"]);
  expect(after.stdout).toContain("nothing about you");
  expect(await filesMention("Balthazar")).toBe(false);
});

it("shows a summary beside the last turns once ten turns have been said, and /forget erases that too", async () => {
  const facts = Array.from(
    { length: 12 },
    (_, index) => `fact ${index}: my friend Quetzal${index} lives in town ${index}`,
  );
  await chat(facts);
  const { stdout } = await chat(["/memory"]);
  expect(stdout).toContain("Summary of what we talked about");
  expect(stdout).toContain("Quetzal0");
  await chat(["/forget"]);
  expect(await filesMention("Quetzal")).toBe(false);
});

it("asks a real model when a key is set", async () => {
  const model = await startFakeOpenRouter();
  const { stdout } = await chat(["hello"], {
    OPENROUTER_API_KEY: "key",
    OPENROUTER_BASE_URL: model.baseURL,
  });
  await model.close();
  expect(stdout).toBe("You said: hello\n");
});
