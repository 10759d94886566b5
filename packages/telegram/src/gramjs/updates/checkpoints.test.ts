import { expect, it } from "vitest";
import { soon, wire } from "../wire.kit.ts";
import { Checkpoints } from "./checkpoints.ts";

const { server, connect, listen, options } = await wire();
const never = () => new Promise<void>(() => {});

it("keeps only the newest place of each log, and none before it is safe", async () => {
  const kept: string[] = [];
  const asked: (() => void)[] = [];
  const checkpoints = new Checkpoints({
    safe: () => new Promise<void>((resolve) => asked.push(resolve)),
    onError: (error) => kept.push(String(error)),
    over: new AbortController().signal,
  });
  const [one, other] = [{}, {}];
  const keep = (log: object, place: string) => checkpoints.keep(log, () => void kept.push(place));
  keep(one, "first");
  keep(one, "second");
  keep(one, "third");
  keep(other, "first of another");
  expect(kept).toEqual([]);
  asked[0]?.();
  await expect.poll(() => asked.length).toBe(2);
  expect(kept).toEqual(["first"]);
  asked[1]?.();
  await checkpoints.idle();
  expect(kept).toEqual(["first", "third", "first of another"]);
});

it("asks again after a crash for what was handled and was not safe, and for nothing that was", async () => {
  const sessionFile = `${options().sessionFile}-crash`;
  let isSafe = true;
  const safe = () => (isSafe ? Promise.resolve() : never());
  const port = await connect({ sessionFile });
  const { texts } = listen(port, undefined, { safe, graceMs: 10 });
  server.say("42", "safe");
  await expect.poll(() => texts, soon).toEqual(["safe"]);
  isSafe = false;
  server.say("42", "not safe");
  await expect.poll(() => texts, soon).toEqual(["safe", "not safe"]);
  await port.close();
  const { texts: later } = listen(await connect({ sessionFile }));
  await expect.poll(() => later, soon).toEqual(["not safe"]);
});

it("ends the listening with what says that something may be lost, and whoever listens again hears it again", async () => {
  const port = await connect({ sessionFile: `${options().sessionFile}-lost` });
  const lost = new Error("The power went.");
  const { texts, ended } = listen(port, undefined, { safe: () => Promise.reject(lost) });
  server.say("42", "may be lost");
  await expect(ended).rejects.toBe(lost);
  expect(texts).toEqual(["may be lost"]);
  const { texts: again } = listen(port);
  await expect.poll(() => again, soon).toEqual(["may be lost"]);
});
