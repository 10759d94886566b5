import bigInt from "big-integer";
import { Api } from "telegram";
import { CustomFile } from "telegram/client/uploads.js";
import { NewMessage, type NewMessageEvent } from "telegram/events/index.js";
import { beforeAll, expect, it } from "vitest";
import { gramjsBench } from "./gramjs.kit.ts";

const { server, bot: logIn, meet } = await gramjsBench();
const bot = await logIn();
const file = (name: string, bytes: Buffer) => new CustomFile(name, bytes.length, "", bytes);
const send = (media: Api.TypeInputMedia, randomId = bigInt(1)) =>
  bot.invoke(new Api.messages.SendMedia({ peer: "42", media, message: "", randomId }));
const content = Buffer.from("a,b\n1,2\n".repeat(20_000));
beforeAll(() => meet(bot, "42"));

it("takes a document in parts, and gives it back", async () => {
  const sent = await bot.sendFile("42", {
    file: file("table.csv", content),
    caption: "here it is",
    forceDocument: true,
  });
  expect(server.sent.at(-1)).toMatchObject({
    text: "here it is",
    media: { _: "messageMediaDocument", document: { size: BigInt(content.length) } },
  });
  expect(server.calls.filter((call) => call === "upload.saveFilePart").length).toBeGreaterThan(1);
  expect(await bot.downloadMedia(sent)).toEqual(content);
});

it("takes a photo", async () => {
  await bot.sendFile("42", { file: file("cat.jpg", Buffer.from("a cat")), caption: "a cat" });
  expect(server.sent.at(-1)).toMatchObject({ text: "a cat", media: { _: "messageMediaPhoto" } });
});

it.each([
  [
    "a contact",
    new Api.InputMediaContact({ phoneNumber: "+1", firstName: "A", lastName: "", vcard: "" }),
    { _: "messageMediaContact", first_name: "A" },
  ],
  [
    "a place",
    new Api.InputMediaGeoPoint({ geoPoint: new Api.InputGeoPoint({ lat: 1.5, long: 2.5 }) }),
    { _: "messageMediaGeo", geo: { lat: 1.5, long: 2.5 } },
  ],
  ["a die", new Api.InputMediaDice({ emoticon: "🎲" }), { _: "messageMediaDice", value: 6 }],
])("takes %s", async (_what, media, shown) => {
  const randomId = bigInt(server.calls.length);
  await send(media, randomId);
  await send(media, randomId);
  const stored = server.sent.filter((message) => message.randomId === BigInt(randomId.toString()));
  expect(stored).toMatchObject([{ text: "", media: shown }]);
});

it("refuses media that it does not know, and a file of which a part is missing", async () => {
  await expect(send(new Api.InputMediaEmpty())).rejects.toMatchObject({
    errorMessage: "MEDIA_INVALID",
  });
  const half = new Api.InputFile({ id: bigInt(7), parts: 1, name: "half", md5Checksum: "" });
  const document = { file: half, mimeType: "text/plain", attributes: [] };
  await expect(send(new Api.InputMediaUploadedDocument(document))).rejects.toMatchObject({
    errorMessage: "FILE_PART_0_MISSING",
  });
});

it("brings a document that a person sends", async () => {
  const heard: Api.Message[] = [];
  bot.addEventHandler(
    ({ message }: NewMessageEvent) => void (message.document && heard.push(message)),
    new NewMessage(),
  );
  server.say("42", "my table", { file: { name: "mine.csv", bytes: content } });
  await expect.poll(() => heard).toHaveLength(1);
  expect(heard[0]?.document?.attributes).toMatchObject([{ fileName: "mine.csv" }]);
  expect(heard[0] && (await bot.downloadMedia(heard[0]))).toEqual(content);
});
