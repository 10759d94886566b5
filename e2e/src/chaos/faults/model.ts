import { setTimeout as pause } from "node:timers/promises";
import { answer, type Behaviour, faults, httpError, slowly } from "@tgmem/openrouter-test-server";
import { reply } from "../reply.ts";
import type { Strike } from "./strike.ts";

const every = () => true;
const during =
  (behaviour: Behaviour): Strike =>
  async ({ model }, { lastsMs }) => {
    model.when(every, behaviour);
    await pause(lastsMs);
    model.reset();
  };

const limit = httpError(429, {
  message: "Rate limit exceeded: 20 per minute",
  headers: { "retry-after": "2" },
});
const late: Behaviour = slowly(4_000, (request, response) =>
  answer(reply(request))(request, response),
);

export const limited = during(limit);
export const down = during(httpError(503, { message: "no capacity" }));
export const hangs = during(faults.silence());
export const slow = during(late);
export const wrongKey = during(httpError(401, { message: "User not found." }));
export const noCredit = during(httpError(402, { message: "Insufficient credits" }));
export const cutOff = during(faults.resetInBody());
