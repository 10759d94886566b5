import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "@tgmem/airtable-test-server";
import type { Strike } from "./strike.ts";

const during =
  (fault: Fault): Strike =>
  async ({ airtable }, { lastsMs }) => {
    airtable.fail(fault, { times: Number.POSITIVE_INFINITY });
    await pause(lastsMs);
    airtable.mend();
  };

/** The base is frozen for half a minute. */
export const limited: Strike = async ({ airtable }) => airtable.fail("rate_limit");

export const hangs = during("no_answer");
export const down = during("unavailable");
export const answersLost = during("answer_lost");
