import { type OutboundMessage, OperatorAnswer } from "@tgmem/contracts";
import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import { tellOperator } from "./tell-operator.ts";

const body = { v: 1, chatId: "42", userId: "42", text: "hello" } as const;
const job = (id: string) => ({ id, lane: "42", body });

it("publishes what goes to an operator's message, and no words of anybody else", async () => {
  const published: OperatorAnswer[] = [];
  const queue = inMemoryQueue<OutboundMessage>({
    name: "outbound",
    schema: { parse: () => body },
  });
  const errors: unknown[] = [];
  const outbound = tellOperator(
    queue,
    {
      async publish(_, message) {
        published.push(OperatorAnswer.parse(JSON.parse(message)));
        throw new Error("no Redis");
      },
    },
    { onError: (error) => errors.push(error) },
  );
  const ids = ["tg:admin:42:7", "late:tg:admin:42:8", "apology:3:tg:admin:42:9", "tg:9:42:7"];
  await outbound.push(ids.map(job));
  expect(published).toEqual(ids.slice(0, 3).map((id) => ({ v: 1, id, text: "hello" })));
  expect((await outbound.stats()).depth).toBe(4);
  expect(errors).toHaveLength(3);
});
