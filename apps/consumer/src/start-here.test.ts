import { expect, it } from "vitest";
import { startHere } from "./start-here.ts";

const refs = (...ids: readonly string[]) => ids.map((id) => ({ lane: id, id }));

/** Runs that end when they are told to. */
function start({ slots }: { slots: number }) {
  const running: { readonly id: string; readonly end: (error?: Error) => void }[] = [];
  const errors: unknown[] = [];
  const stopping = new AbortController();
  const here = startHere(
    ({ id }) =>
      new Promise<void>((resolve, reject) => {
        running.push({ id, end: (error) => (error ? reject(error) : resolve()) });
      }),
    {
      slots,
      stopping: stopping.signal,
      signal: new AbortController().signal,
      onError: (error) => errors.push(error),
    },
  );
  return {
    here,
    running,
    errors,
    stop: () => stopping.abort(),
    ids: () => running.map(({ id }) => id),
  };
}

/** Lets what was told be heard. */
const soon = () => new Promise(setImmediate);

it("starts as many runs at once as there are slots, and each of the others when one has ended", async () => {
  const { here, running, ids } = start({ slots: 2 });
  expect(await here.start(refs("a", "b", "c"))).toEqual({ started: 3, alive: 0 });
  expect(ids()).toEqual(["a", "b"]);
  running[0]?.end();
  await soon();
  expect(ids()).toEqual(["a", "b", "c"]);
});

it("lets what waits for a slot wait once, and what ran before begin again", async () => {
  const { here, running, ids } = start({ slots: 1 });
  await here.start(refs("a", "b"));
  expect(await here.start(refs("b", "a"))).toEqual({ started: 1, alive: 1 });
  for (const at of [0, 1]) {
    running[at]?.end();
    await soon();
  }
  expect(ids()).toEqual(["a", "b", "a"]);
});

it("begins none of those that wait once it is stopped", async () => {
  const { here, running, stop, ids } = start({ slots: 1 });
  await here.start(refs("a", "b"));
  stop();
  running[0]?.end();
  await here.ended();
  expect(ids()).toEqual(["a"]);
});

it("tells of a run that failed, and gives its slot to the next", async () => {
  const { here, running, errors, ids } = start({ slots: 1 });
  const failure = new Error("failed");
  await here.start(refs("a", "b"));
  running[0]?.end(failure);
  await soon();
  expect(errors).toEqual([failure]);
  expect(ids()).toEqual(["a", "b"]);
});

it("has ended when no run is under way, also of those that began meanwhile", async () => {
  const { here, running } = start({ slots: 1 });
  await here.start(refs("a", "b"));
  let hasEnded = false;
  const ending = here.ended().then(() => (hasEnded = true));
  running[0]?.end();
  await soon();
  expect(hasEnded).toBe(false);
  running[1]?.end();
  await ending;
});
