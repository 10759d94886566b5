import { FakeListChatModel } from "@langchain/core/utils/testing";
import { createChat } from "./langchain.ts";
import { memoryFile } from "./memory-file.kit.ts";
import { testPromises } from "./promises.kit.ts";

testPromises(async () => {
  const prompts: string[][] = [];
  const model = new FakeListChatModel({
    responses: Array.from({ length: 20 }, (_, index) => `answer ${index + 1}`),
    callbacks: [
      {
        handleChatModelStart: (_model, [messages = []]) => {
          prompts.push(messages.map(({ text }) => text));
        },
      },
    ],
  });
  const file = await memoryFile();
  const answers: string[] = [];
  let chat = createChat({ model, file });
  const say = async (id: string, text: string) => {
    answers.push(await chat.answer("anna", id, text));
  };
  return {
    say,
    repeat(id, text) {
      chat = createChat({ model, file });
      return say(id, text);
    },
    forget: (id) => chat.forget("anna", id),
    answers: () => answers,
    prompts: () => prompts,
  };
});
