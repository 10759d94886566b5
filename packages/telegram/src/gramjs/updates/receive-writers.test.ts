import { join } from "node:path";
import { botAccount, userAccount } from "@tgmem/telegram-test-server";
import { expect, it } from "vitest";
import { logIn } from "../login/log-in.ts";
import { soon, wire } from "../wire.kit.ts";

// Who is heard: people, and no programs, because two that answer each other never end.

const { server, connect, listen, options, folder } = await wire({
  accounts: [botAccount, userAccount],
});
const supergroup = "-1001000000777";
const basicGroup = "-777";
server.introduce("66601", { bot: true, firstName: "Another bot" });
server.introduce("66602", { bot: true, firstName: "A friend of ours" });
server.introduce("66603", { firstName: "Support", fields: { support: true } });

const heard = (texts: readonly string[], ...expected: string[]) =>
  expect.poll(() => texts, soon).toEqual(expected);

it.each([
  ["in private", undefined],
  ["in a group", basicGroup],
  ["in a supergroup", supergroup],
])("people are heard, bots and support are not: %s", async (_, group) => {
  const where = group === undefined ? {} : { group };
  const { texts } = listen(await connect());
  server.say("66601", "I am a bot", where);
  server.say("66603", "I am your support", where);
  server.say("42", "I am Anna", where);
  await heard(texts, "I am Anna");
});

it("bots that were missed are not heard either, and not what they change", async () => {
  const port = await connect();
  await listen(port).stop();
  const messageId = server.say("66601", "beep");
  server.edit(messageId, "beep beep");
  server.say("42", "hello");
  await heard(listen(port).texts, "hello");
});

it("bots that are named are heard", async () => {
  const port = await connect();
  const { messages } = listen(port, undefined, { bots: new Set(["66602"]) });
  server.say("66601", "beep");
  server.say("66602", "hello, colleague");
  server.say("42", "hello");
  await expect.poll(() => messages, soon).toHaveLength(2);
  expect(messages.map(({ userId }) => userId)).toEqual(["66602", "42"]);
});

it("a person's account that does not know the writer asks before it hears", async () => {
  const sessionFile = join(folder, "user");
  await logIn(options({ sessionFile }), {
    phone: async () => userAccount.phone,
    code: async () => userAccount.code,
    password: async () => userAccount.password,
    mistake: () => {},
  });
  const to = userAccount.id;
  const { texts } = listen(await connect({ sessionFile }, "user"));
  server.say("42", "zero", { to });
  await heard(texts, "zero");
  server.say("66601", "beep", { to, form: "short" });
  server.say("42", "one", { to, form: "short" });
  server.say("66601", "beep", { to, form: "short", group: basicGroup });
  server.say("42", "two", { to, form: "short" });
  await heard(texts, "zero", "one", "two");
});
