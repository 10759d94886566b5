import { expect, it, vi } from "vitest";
import { logDestination } from "./log-format.ts";
import { createLogger } from "./logger.ts";

function linesOf(log: (logger: ReturnType<typeof createLogger>) => void): string {
  let text = "";
  log(createLogger("test", "info", { write: (line) => void (text += line) }));
  return text;
}

it("keeps what a client hung on its error out of the log", () => {
  const error = Object.assign(
    new Error("OOM command not allowed", {
      cause: Object.assign(new Error("inner"), { body: "my secret" }),
    }),
    {
      code: "OOM",
      command: { name: "evalsha", args: ["lane", "my secret"] },
    },
  );
  const line = linesOf((logger) => logger.error({ err: error }, "push failed"));
  expect(line).not.toContain("my secret");
  expect(JSON.parse(line)).toMatchObject({
    app: "test",
    msg: "push failed",
    err: { code: "OOM", cause: { message: "inner" } },
  });
});

it("does not show a thrown object", () => {
  expect(linesOf((logger) => logger.error({ err: { text: "my secret" } }, "failed"))).not.toContain(
    "my secret",
  );
});

it("writes one line for each event that a person can read, when asked to", async () => {
  let text = "";
  const write = vi.spyOn(process.stdout, "write").mockImplementation((piece) => {
    text += String(piece);
    return true;
  });
  try {
    const logger = createLogger("sender", "info", await logDestination("pretty"));
    logger.info({ id: "tg:1:2:3", totalMs: 950 }, "sent");
    const err = new Error("no turn", { cause: new Error("connection closed") });
    logger.warn({ err }, "not sent");
  } finally {
    write.mockRestore();
  }
  const [sent, failed, ...rest] = text.split("\n");
  expect(sent).toMatch(/^\[[\d:.]+\] INFO: sender: sent \{"id":"tg:1:2:3","totalMs":950\}$/u);
  expect(failed).toMatch(
    /^\[[\d:.]+\] WARN: sender: not sent \{"err":"no turn ← connection closed"\}$/u,
  );
  expect(rest).toEqual([""]);
});

it("leaves the lines as they are where no terminal is", async () => {
  expect(await logDestination("json")).toBeUndefined();
});
