import { runProcess } from "@tgmem/processes";
import { expect, it } from "vitest";

const main = new URL("main.ts", import.meta.url);

it("lists every missing and wrong variable at once and exits 2", async () => {
  const { code, stderr } = await runProcess(main, {
    env: {
      REDIS_URL: "http://example.org",
    },
  });
  expect(code).toBe(2);
  for (const name of ["REDIS_URL", "HATCHET_CLIENT_TOKEN"])
    expect(stderr).toContain(`- ${name} is `);
});

it("explains its variables with --help", async () => {
  const { code, stdout } = await runProcess(main, { args: ["--help"] });
  expect(code).toBe(0);
  expect(stdout).toMatch(/HATCHET_CLIENT_TOKEN +.* \(required\)/);
});
