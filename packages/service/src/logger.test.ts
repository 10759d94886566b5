import { expect, it } from "vitest";
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
