import { cannedReply } from "@tgmem/llm/testing";
import { startOpenRouterServer } from "@tgmem/openrouter-test-server";

const server = await startOpenRouterServer({ reply: cannedReply });
// The journal of all prompts is of no use here.
setInterval(() => server.reset(), 1_000);
console.log(server.baseURL);
