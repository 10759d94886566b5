import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { soon, wire } from "../wire.kit.ts";

const { server, connect, listen, folder } = await wire();
const supergroup = "-1001000000555";
const basicGroup = "-555";
const signal = AbortSignal.timeout(180_000);
server.introduce("42", {
  firstName: "Anna",
  lastName: "Ivanova",
  languageCode: "uk",
  administrates: [supergroup, basicGroup],
});
server.introduce("43", { firstName: "Ben", administrates: ["-1001000000556"] });

describe("a message tells who wrote it, and where", () => {
  it("in private: first and last name, and the language of the person's client", async () => {
    const { messages } = listen(await connect());
    server.say("42", "hello");
    await expect.poll(() => messages, soon).toHaveLength(1);
    expect(messages[0]).toMatchObject({ sender: { name: "Anna Ivanova", languageCode: "uk" } });
    expect(messages[0]).not.toHaveProperty("chatTitle");
  });

  it.each([supergroup, basicGroup])("in the group %s: its title, too", async (group) => {
    const { messages } = listen(await connect());
    server.say("43", `hello ${group}`, { group });
    await expect.poll(() => messages.at(-1)?.text, soon).toBe(`hello ${group}`);
    expect(messages.at(-1)).toMatchObject({
      sender: { name: "Ben" },
      chatTitle: `Group ${group}`,
    });
  });

  it("after a time away, too", async () => {
    const port = await connect();
    await listen(port).stop();
    server.say("42", "meanwhile");
    const { messages } = listen(port);
    await expect.poll(() => messages.at(-1)?.text, soon).toBe("meanwhile");
    expect(messages.at(-1)).toMatchObject({ sender: { name: "Anna Ivanova" } });
  });
});

describe("who administrates", () => {
  it.each([supergroup, basicGroup])("the group %s, is told", async (group) => {
    const port = await connect();
    const { messages } = listen(port);
    for (const person of ["42", "43"]) server.say(person, `here in ${group}`, { group });
    await expect.poll(() => messages.map(({ userId }) => userId), soon).toEqual(["42", "43"]);
    expect(await port.isAdministrator(group, "42", { signal })).toBe(true);
    expect(await port.isAdministrator(group, "43", { signal })).toBe(false);
  });

  it("is nobody who has left, and in a private chat the person", async () => {
    const port = await connect();
    const { messages } = listen(port);
    server.say("42", "still here", { group: supergroup });
    await expect.poll(() => messages, soon).toHaveLength(1);
    expect(await port.isAdministrator(supergroup, "44", { signal })).toBe(false);
    expect(await port.isAdministrator("42", "42", { signal })).toBe(true);
  });

  it("is an error while Telegram does not say", async () => {
    const port = await connect();
    server.faults.call({ on: "messages.getFullChat", code: 500, text: "WORKER_BUSY" });
    await expect(port.isAdministrator(basicGroup, "42", { signal })).rejects.toMatchObject({
      code: "unavailable",
    });
  });
});

it("shows the commands of a bot in its menu, for each language", async () => {
  const port = await connect({ sessionFile: join(folder, "menu") });
  const commands = [{ command: "help", description: "Hilfe" }];
  await port.setCommands(commands, { languageCode: "de", signal });
  expect(server.requests.at(-1)).toMatchObject({
    _: "bots.setBotCommands",
    lang_code: "de",
    scope: { _: "botCommandScopeDefault" },
    commands: [{ command: "help", description: "Hilfe" }],
  });
  await port.setCommands(commands, { chatId: "42", signal });
  expect(server.requests.at(-1)).toMatchObject({
    lang_code: "",
    scope: { _: "botCommandScopePeer", peer: { _: "inputPeerUser", user_id: 42n } },
  });
});
