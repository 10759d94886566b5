import bigInt from "big-integer";
import { Api } from "telegram";
import { expect, it } from "vitest";
import { KnownHashes } from "./known-hashes.ts";

const user = (id: number, fields: Partial<ConstructorParameters<typeof Api.User>[0]> = {}) =>
  new Api.User({ id: bigInt(id), accessHash: bigInt(id * 10), ...fields });

it("learns users and channels from whatever Telegram sends, once each", () => {
  const hashes = new KnownHashes([]);
  const channel = new Api.Channel({
    id: bigInt(5),
    title: "",
    photo: new Api.ChatPhotoEmpty(),
    date: 0,
    accessHash: bigInt(-50),
  });
  expect(hashes.learn({ users: [user(1), user(2)], chats: [channel] })).toBe(true);
  expect(hashes.learn([user(1)])).toBe(false);
  expect(hashes.learn({ user: user(3) })).toBe(true);
  expect(hashes.rows()).toEqual([
    ["2", "20"],
    ["-1000000000005", "-50"],
    ["1", "10"],
    ["3", "30"],
  ]);
});

it("leaves out hashes that are good for a photo only", () => {
  const hashes = new KnownHashes([]);
  expect(hashes.learn({ users: [user(1, { min: true })] })).toBe(false);
  expect(hashes.get("1")).toBeUndefined();
});

it("keeps as many as its limit, those seen last", () => {
  const hashes = new KnownHashes(
    [
      ["1", "10"],
      ["2", "20"],
    ],
    2,
  );
  hashes.learn({ users: [user(1)] });
  hashes.learn({ users: [user(3)] });
  expect(hashes.rows()).toEqual([
    ["1", "10"],
    ["3", "30"],
  ]);
});

it("learns nothing from what holds no people", () => {
  const hashes = new KnownHashes([]);
  for (const object of [undefined, null, 7, "text", {}, { users: undefined }])
    expect(hashes.learn(object)).toBe(false);
});
