import { expect, it } from "vitest";

/** An example that runs, as the person and the model see it. */
export interface RunningExample {
  /** Writes to the bot, always in the same chat; resolves when the message was answered. */
  say(id: string, text: string): Promise<unknown>;
  /** Starts the bot anew and gives it a message that it has answered before. */
  repeat(id: string, text: string): Promise<unknown>;
  /** Asks the bot to forget the chat. */
  forget(id: string): Promise<unknown>;
  /** What the person has read, the oldest first. */
  answers(): readonly string[];
  /** The texts of each prompt that the model was asked with; it answers `answer 1`, `answer 2` and so on. */
  prompts(): readonly (readonly string[])[];
}

/** Tests what every example promises. */
export function testPromises(start: () => Promise<RunningExample>): void {
  it("tells the model what was said before", async () => {
    const bot = await start();
    await bot.say("1", "I am Anna");
    await bot.say("2", "Who am I?");
    expect(bot.answers()).toEqual(["answer 1", "answer 2"]);
    expect(bot.prompts()[1]?.slice(-3)).toEqual(["I am Anna", "answer 1", "Who am I?"]);
  });

  it("answers a message that comes again with its stored answer, without asking the model", async () => {
    const bot = await start();
    await bot.say("1", "I am Anna");
    await bot.repeat("1", "I am Anna");
    expect(bot.answers()).toEqual(["answer 1", "answer 1"]);
    expect(bot.prompts()).toHaveLength(1);
    await bot.say("2", "Who am I?");
    expect(bot.prompts()[1]?.filter((text) => text === "I am Anna")).toHaveLength(1);
  });

  it("answers two messages that come at once in their order, the second one knowing the first", async () => {
    const bot = await start();
    await Promise.all([bot.say("1", "I am Anna"), bot.say("2", "Who am I?")]);
    expect(bot.answers()).toEqual(["answer 1", "answer 2"]);
    expect(bot.prompts()[1]?.slice(-3)).toEqual(["I am Anna", "answer 1", "Who am I?"]);
  });

  it("knows nothing any more once it was asked to forget", async () => {
    const bot = await start();
    await bot.say("1", "I am Anna");
    await bot.forget("2");
    await bot.say("3", "Who am I?");
    expect(bot.prompts()[1]?.at(-1)).toBe("Who am I?");
    expect(bot.prompts()[1]?.join()).not.toMatch(/Anna|answer 1/);
  });
}

/** Tests what those examples promise that have a summarizer. */
export function testSummaries(start: () => Promise<RunningExample>): void {
  it("still tells the model what has left the window, in a summary", async () => {
    const bot = await start();
    await bot.say("1", "I moved to Porto");
    let id = 1;
    const talk = async () => {
      await bot.say(String(++id), `I have seen ${id} ships`);
      return bot.prompts().at(-1) ?? [];
    };
    for (let turn = 2; turn <= 25; turn++) await talk();
    // The summary is written in the background.
    await expect.poll(talk).not.toContain("I moved to Porto");
    await expect.poll(async () => (await talk())[0]).toContain("moved to Porto");
  });
}
