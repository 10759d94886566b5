import bigInt from "big-integer";
import { Api } from "telegram";
import { expect, it } from "vitest";
import { gramjsBench } from "./gramjs.kit.ts";

const { server, bot: logIn, meet } = await gramjsBench();
const bot = await logIn();
const supergroup = "-1001000000123";
const basicGroup = "-77";
server.introduce("42", { firstName: "Anna", administrates: [supergroup, basicGroup] });

it("tells who administrates a supergroup, who does not, and who is not there", async () => {
  await meet(bot, "42", { group: supergroup });
  await meet(bot, "43", { group: supergroup });
  const ask = (participant: string) =>
    bot.invoke(new Api.channels.GetParticipant({ channel: supergroup, participant }));
  expect((await ask("42")).participant).toBeInstanceOf(Api.ChannelParticipantAdmin);
  expect((await ask("43")).participant).toBeInstanceOf(Api.ChannelParticipant);
  await expect(
    bot.invoke(
      new Api.channels.GetParticipant({
        channel: supergroup,
        participant: new Api.InputPeerUser({ userId: bigInt(44), accessHash: bigInt.zero }),
      }),
    ),
  ).rejects.toMatchObject({ errorMessage: "USER_NOT_PARTICIPANT" });
});

it("tells who administrates a basic group", async () => {
  for (const person of ["42", "43"]) await meet(bot, person, { group: basicGroup });
  const { fullChat } = await bot.invoke(new Api.messages.GetFullChat({ chatId: bigInt(77) }));
  const { participants } = fullChat instanceof Api.ChatFull ? fullChat : {};
  const all = participants instanceof Api.ChatParticipants ? participants.participants : [];
  const roles = all.map(({ className, userId }) => `${String(userId)} ${className}`);
  expect(roles).toEqual(expect.arrayContaining(["42 ChatParticipantAdmin", "43 ChatParticipant"]));
});
