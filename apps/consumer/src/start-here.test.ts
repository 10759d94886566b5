import { expect, it } from "vitest";
import { startHere } from "./start-here.ts";

const refs = (...ids: readonly string[]) => ids.map((id) => ({ lane: id, id }));

/** Runs that end when they are told to. */
function start({ slots }: { slots: number }) {
  const running: { readonly id: string; readonly end: (error?: Error) => void }[] = [];
  const errors: unknown[] = [];
  const here = startHere(
    ({ id }) =>
      new Promise<void>((resolve, reject) => {
        running.push({ id, end: (error) => (error ? reject(error) : resolve()) });
      }),
    { slots, signal: new AbortController().signal, onError: (error) => errors.push(error) },
  );
  return { here, running, errors, ids: () => running.map(({ id }) => id) };
}

it("starts as many runs at once as there are slots, and each of the others when one has ended", async () => {
  const { here, running, ids } = start({ slots: 2 });
  const started = here.start(refs("a", "b", "c"));
  expect(ids()).toEqual(["a", "b"]);
  running[0]?.end();
  expect(await started).toEqual({ started: 3, alive: 0 });
  expect(ids()).toEqual(["a", "b", "c"]);
});

it("tells of a run that failed, and gives its slot to the next", async () => {
  const { here, running, errors, ids } = start({ slots: 1 });
  const failure = new Error("failed");
  const started = here.start(refs("a", "b"));
  running[0]?.end(failure);
  await started;
  expect(errors).toEqual([failure]);
  expect(ids()).toEqual(["a", "b"]);
});

it("has ended when no run is under way, also of those that began meanwhile", async () => {
  const { here, running } = start({ slots: 1 });
  const started = here.start(refs("a", "b"));
  let hasEnded = false;
  const ending = here.ended().then(() => (hasEnded = true));
  running[0]?.end();
  await started;
  expect(hasEnded).toBe(false);
  running[1]?.end();
  await ending;
});
