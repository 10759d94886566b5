import { expect, it } from "vitest";

it("exports these names, and no others", async () => {
  expect(Object.keys(await import("@tgmem/telegram-test-server")).toSorted()).toEqual([
    "RpcError",
    "TelegramServerError",
    "botAccount",
    "startTelegramServer",
    "userAccount",
  ]);
});
