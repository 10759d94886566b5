import { runProcess } from "@tgmem/processes";
import { expect, it } from "vitest";

const main = new URL("main.ts", import.meta.url);

it("lists every missing and wrong variable at once and exits 2", async () => {
  const { code, stderr } = await runProcess(main, {
    env: {
      REDIS_URL: "http://example.org",
      SUMMARIZE_EVERY: "often",
      AIRTABLE_PAT: "pat",
    },
  });
  expect(code).toBe(2);
  for (const name of ["REDIS_URL", "HATCHET_CLIENT_TOKEN", "SUMMARIZE_EVERY", "AIRTABLE_BASE_ID"])
    expect(stderr).toContain(`- ${name} is `);
});

it("refuses to show the turns since a summary that nobody keeps, or more of them than it remembers", async () => {
  const { code, stderr } = await runProcess(main, {
    env: { MEMORY_PROMPT: "since_summary", MEMORY_WINDOW: "5" },
  });
  expect(code).toBe(2);
  expect(stderr).toContain(
    "because MEMORY_PROMPT is since_summary and nothing else keeps summaries",
  );
  expect(stderr).toContain("expected SUMMARIZE_EVERY or more");
});

it("refuses to search the web by a tool that its endpoint has not", async () => {
  const own = { OPENROUTER_BASE_URL: "http://127.0.0.1:11434/v1" };
  const { code, stderr } = await runProcess(main, { env: { ...own, WEB_SEARCH: "1" } });
  expect(code).toBe(2);
  expect(stderr).toMatch(/- WEB_SEARCH is wrong: .*OPENROUTER_BASE_URL is not OpenRouter.*`1`/u);
});

it("does not start with a persona that it cannot read", async () => {
  const { code, stderr } = await runProcess(main, { env: { PERSONA: "/missing/persona.md" } });
  expect(code).toBe(2);
  expect(stderr).toMatch(/- PERSONA is wrong: .*ENOENT.*`\/missing\/persona\.md`/u);
});

it("explains its variables with --help", async () => {
  const { code, stdout } = await runProcess(main, { args: ["--help"] });
  expect(code).toBe(0);
  expect(stdout).toMatch(/OPENROUTER_CHAT_MODEL +model that answers, else openrouter\/auto/);
  expect(stdout).toMatch(/ANSWER_WITHIN .*\(default 24h\)/);
});
