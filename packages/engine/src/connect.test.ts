import { once } from "node:events";
import { createServer } from "node:http2";
import { JobRef } from "@tgmem/contracts";
import { expect, it } from "vitest";
import { z } from "zod";
import { connectEngine } from "./connect.ts";
import { starter } from "./starter.ts";

const claims = {
  sub: "707d0855-80ab-4e1f-a156-f1c4546cbf52",
  server_url: "http://127.0.0.1:1",
  grpc_broadcast_address: "127.0.0.1:1",
};
const token =
  ["{}", JSON.stringify(claims)].map((part) => Buffer.from(part).toString("base64url")).join(".") +
  ".x";

it("refuses a token that is none, without repeating it", () => {
  expect(() => connectEngine({ token: "very-secret" })).toThrow(
    expect.objectContaining({
      code: "invalid_argument",
      message: expect.not.stringContaining("very-secret"),
    }),
  );
});

it("refuses a namespace that could break out of an expression", () => {
  expect(() => connectEngine({ token, namespace: "a' + 'b" })).toThrow(
    expect.objectContaining({ code: "invalid_argument" }),
  );
});

it("rejects within seconds when no engine answers, and says that a repetition may help", async () => {
  const start = starter(connectEngine({ token, tls: "none" }), "ai-chat-workflow");
  await expect(start([{ lane: "chat:1", id: "1" }])).rejects.toMatchObject({
    name: "EngineError",
    code: "unavailable",
    retryable: true,
  });
});

it("rejects after its deadline when the engine hangs", async () => {
  const engine = connectEngine({ token, tls: "none" });
  const start = starter(engine, "ai-chat-workflow", { deadlineMs: 1 });
  await expect(start([{ lane: "chat:1", id: "1" }])).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("within 1 ms"),
  });
});

it("starts nothing when one reference is wrong: the engine would answer it with an id and make no run", async () => {
  const start = starter(connectEngine({ token, tls: "none" }), "ai-chat-workflow");
  const numeric: unknown = { lane: "chat:1", id: 1 };
  const broken = z.custom<JobRef>().parse(numeric);
  await expect(start([{ lane: "chat:1", id: "1" }, broken])).rejects.toMatchObject({
    code: "invalid_argument",
    retryable: false,
  });
});

it("hands lines of the SDK on when they are warnings or errors", async () => {
  const lines: string[] = [];
  const engine = connectEngine({
    token,
    tls: "none",
    onLog: ({ level }) => void lines.push(level),
  });
  await starter(engine, "ai-chat-workflow")([{ lane: "chat:1", id: "1" }]).catch(() => {});
  expect(new Set(lines)).toEqual(new Set(["error"]));
});

it("sends calls as they are: to pack a few bytes costs more than all the rest of a call", async () => {
  const server = createServer();
  const encodings: unknown[] = [];
  server.on("stream", (stream, headers) => {
    encodings.push(headers["grpc-encoding"]);
    stream.respond({ ":status": 503 }, { endStream: true });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const address = z.object({ port: z.number() }).parse(server.address());
    const engine = connectEngine({ token, tls: "none", hostPort: `127.0.0.1:${address.port}` });
    await starter(engine, "ai-chat-workflow")([{ lane: "chat:1", id: "1" }]).catch(() => {});
    expect(new Set(encodings)).toEqual(new Set([undefined]));
  } finally {
    server.close();
  }
});
