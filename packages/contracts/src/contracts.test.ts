import { describe, expect, it } from "vitest";
import {
  inboundId,
  InboundMessage,
  inboundQueue,
  isLaterId,
  JobRef,
  laneOf,
  originalId,
  outboundQueue,
  siblingId,
  summariesQueue,
  TelegramId,
} from "./index.ts";

const message = { v: 1, chatId: "42", userId: "42", messageId: 7, text: "hi", sentAtMs: 1 };

describe("a Telegram id", () => {
  it.each(["1", "42", "-1001234567890", "9007199254740993"])("may be %s", (id) => {
    expect(TelegramId.parse(id)).toBe(id);
  });

  it.each(["", "0", "-0", "042", "4.2", "1e3", "me", "12345678901234567", 42])(
    "is not %j",
    (id) => {
      expect(TelegramId.safeParse(id).success).toBe(false);
    },
  );
});

it("a message has one id on its whole way, and another one when it was edited", () => {
  const sent = { chatId: "-5", messageId: 7, text: "tea" };
  expect(inboundId("9", sent)).toBe("tg:9:-5:7");
  const edited = inboundId("9", { ...sent, editedAtMs: 3_000 });
  expect(edited).toMatch(/^tg:9:-5:7:3000-[0-9a-f]{8}$/);
  expect(inboundId("9", { ...sent, editedAtMs: 3_000, text: "coffee" })).not.toBe(edited);
  expect(inboundId("9", { ...sent, editedAtMs: 3_000 })).toBe(edited);
});

it("an edit leads back to its message, and a message to itself", () => {
  expect(originalId("tg:9:-5:7:3000-0f")).toBe("tg:9:-5:7");
  expect(originalId("tg:9:-5:7")).toBe("tg:9:-5:7");
  expect(originalId("anything:1")).toBe("anything:1");
});

it("a message leads to its parts, also from an edit", () => {
  expect(siblingId("tg:9:-5:7", 8)).toBe("tg:9:-5:8");
  expect(siblingId("tg:9:-5:7:3000-0f", 8)).toBe("tg:9:-5:8");
  expect(siblingId("anything", 8)).toBe("anything:8");
});

it.each([
  ["tg:9:-5:10", "tg:9:-5:9", true],
  ["tg:9:-5:10:3000-0f", "tg:9:-5:9", true],
  ["tg:9:-5:9:3000-0f", "tg:9:-5:9", false],
  ["tg:9:-5:8", "tg:9:-5:9", false],
  ["tg:9:42:10", "tg:9:-5:9", false],
  ["tg:8:-5:10", "tg:9:-5:9", false],
  ["anything", "tg:9:-5:9", false],
])("%s is later than %s: %s", (id, other, later) => {
  expect(isLaterId(id, other)).toBe(later);
});

it("commands have a lane beside their chat's", () => {
  expect(laneOf({ chatId: "42", text: "hi" })).toBe("chat:42");
  expect(laneOf({ chatId: "42", text: "/forget" })).toBe("command:42");
});

it("a message of another version is refused, and an unknown field is left out", () => {
  expect(InboundMessage.safeParse({ ...message, v: 2 }).success).toBe(false);
  expect(InboundMessage.parse({ ...message, phone: "+1" })).toEqual(message);
});

it("a run is given a lane and an id, both texts, and nothing else", () => {
  expect(JobRef.parse({ lane: "chat:1", id: "a", text: "secret" })).toEqual({
    lane: "chat:1",
    id: "a",
  });
  expect(JobRef.safeParse({ lane: "chat:1", id: 5 }).success).toBe(false);
});

it("the lists keep their names, because what waits in them would be orphaned", () => {
  expect([inboundQueue, outboundQueue, summariesQueue].map(({ name }) => name)).toEqual([
    "inbound",
    "outbound",
    "summaries",
  ]);
});
