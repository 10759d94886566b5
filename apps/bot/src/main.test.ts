import { ctrlC, runProcess, startInTerminal } from "@tgmem/processes";
import { expect, it } from "vitest";

const main = new URL("main.ts", import.meta.url);

it("says in one line what is wrong with its command line, and ends with 2", async () => {
  const { code, stderr } = await runProcess(main, { args: ["--dta", "here"] });
  expect(stderr).toMatch(/^bot: Unknown option '--dta'.*\n$/u);
  expect(code).toBe(2);
});

it("says in one line that Ctrl-C has ended its questions, and ends with 1", async () => {
  const terminal = startInTerminal(main);
  await terminal.shows("Token: ");
  terminal.types(ctrlC);
  expect(await terminal.exit).toBe(1);
  expect(terminal.output()).toMatch(
    /^bot: The input ended before all questions were answered\.\r$/mu,
  );
  expect(terminal.output()).not.toMatch(/^\s+at /mu);
});
