import { optionsKeptMs, type Register } from "../on-store/shared-options.ts";
import { keyPrefix } from "./key-prefix.ts";
import { script } from "./script.ts";
import { register } from "./scripts/register.ts";
import type { Transport } from "./transport.ts";

const run = script<string[]>(register);

type Send = Transport["once"] | Transport["untilAnswered"];

/** Keeps the options of a queue in Redis. */
export const registerOptions =
  (send: Send, name: string): Register =>
  async (given) => {
    const args = [optionsKeptMs, ...given.flat()];
    const [option, theirs] = await send((redis) => run(redis, [`${keyPrefix(name)}options`], args));
    return option === undefined || theirs === undefined ? undefined : [option, theirs];
  };
