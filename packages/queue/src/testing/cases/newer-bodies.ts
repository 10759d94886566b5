import {
  badJob,
  bodySchema,
  type Cases,
  claimed,
  ids,
  job,
  type OpenOptions,
  receipts,
  same,
  takeNow,
  takeOne,
} from "../kit.ts";

const newer = badJob("a", "1", { v: 2 });
const isNewer = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "v" in value && value.v === 2;

/** The options of a process that knows newer bodies from its deploy on. */
function deployable(): { readonly options: OpenOptions; readonly deploy: () => void } {
  let isDeployed = false;
  return {
    options: {
      schema: {
        parse: (value) =>
          isDeployed && isNewer(value) ? { text: "new" } : bodySchema.parse(value),
      },
      isNewer,
      newerForMs: 1_000_000,
    },
    deploy: () => void (isDeployed = true),
  };
}

export const newerBodyCases: Cases = {
  async "newer bodies: are left to a newer release, with their place in the lane and all attempts"({
    open,
    clock,
  }) {
    const { options, deploy } = deployable();
    const queue = await open(options);
    await queue.push([newer, job("a", "2"), job("b", "3")]);
    const others = await takeNow(queue);
    same(ids(others), ["3"]);
    await queue.settle(receipts(others));
    same((await queue.stats()).deadLetters, 0);
    deploy();
    clock.now += 1_000;
    const first = await takeOne(queue);
    same([first.id, first.attempt, first.body], ["1", 1, { text: "new" }]);
    await queue.settle([first.receipt]);
    same(ids(await takeNow(queue)), ["2"]);
  },

  async "newer bodies: come again a second after the first look, and a minute apart at most"({
    open,
    clock,
  }) {
    const { options, deploy } = deployable();
    const queue = await open(options);
    await queue.push([newer]);
    same(await takeNow(queue), []);
    clock.now += 1_000;
    same(await takeNow(queue), []);
    clock.now += 500_000;
    same(await takeNow(queue), []);
    deploy();
    clock.now += 59_999;
    same(await takeNow(queue), []);
    clock.now += 1;
    same(ids(await takeNow(queue)), ["1"]);
  },

  async "newer bodies: are dead letters when their time is over"({ open, clock }) {
    const queue = await open({ ...deployable().options, newerForMs: 5_000 });
    await queue.push([newer]);
    same(await takeNow(queue), []);
    clock.now += 5_000;
    same(await takeNow(queue), []);
    const [letter] = await queue.deadLetters({ limit: 1 });
    same([letter?.id, letter?.reason], ["1", "body is of a newer version (invalid_type)"]);
  },

  async "newer bodies: a claim and a next leave them, too"({ open, clock }) {
    const { options, deploy } = deployable();
    const queue = await open({ ...options, handOff: true });
    await queue.push([job("a", "0"), newer, job("a", "2")]);
    await takeOne(queue);
    const first = await claimed(queue, "a", "0");
    same(await queue.next(first.receipt, { leaseMs: 100 }), { outcome: "done", job: null });
    same(await queue.claim("a", "1", { leaseMs: 100 }), null, "it waits now");
    deploy();
    clock.now += 1_000;
    await takeOne(queue);
    const second = await claimed(queue, "a", "1");
    same(second.attempt, 1);
    same((await queue.next(second.receipt, { leaseMs: 100 })).job?.id, "2");
    same((await queue.stats()).deadLetters, 0);
  },

  async "newer bodies: a claim of one that was handed out before it was known gives it back"({
    open,
    clock,
  }) {
    const { options, deploy } = deployable();
    const queue = await open({ ...options, handOff: true });
    await queue.push([newer]);
    same(await takeNow(queue), []);
    clock.now += 1_000;
    same(await takeNow(queue), []);
    same(await queue.claim("a", "1", { leaseMs: 100 }), null);
    deploy();
    clock.now += 1_000;
    await takeOne(queue);
    same((await claimed(queue, "a", "1")).attempt, 1);
  },
};
