import { type Cases, ids, job, jobs, rejectsWith, same, takeNow } from "../kit.ts";

/** A queue that lives in one process has one handle, and nobody who could want it otherwise. */
export const optionCases: Cases = {
  async "options: whoever gives others than the queue's users is refused, and does nothing"({
    open,
  }) {
    const queue = await open({ maxAttempts: 3 });
    await queue.push(jobs("a", 1));
    const other = await open({ maxAttempts: 4 });
    if (other === queue) return;
    await rejectsWith("options_differ", other.push([job("b", "b1")]));
    await rejectsWith("options_differ", takeNow(other));
    const [taken] = await takeNow(queue);
    await rejectsWith("options_differ", other.settle([taken?.receipt ?? ""]));
    same(await queue.settle([taken?.receipt ?? ""]), ["done"]);
    same((await queue.stats()).depth, 0);
  },

  async "options: whoever gives others may still look"({ open }) {
    const queue = await open({ maxAttempts: 3 });
    await queue.push(jobs("a", 1));
    const other = await open({ maxAttempts: 4 });
    same((await other.stats()).depth, 1);
    same(await other.deadLetters({ limit: 1 }), []);
  },

  async "options: deadlines of its own part nobody from the others"({ open }) {
    const [one, other] = [await open({ callTimeoutMs: 5_000 }), await open()];
    await one.push(jobs("a", 1));
    same(ids(await takeNow(other)), ["a1"]);
  },
};
