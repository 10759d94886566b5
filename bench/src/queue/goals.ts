import { type Goal, limitGoal, ratioGoal, type Row } from "../report.ts";
import { depths } from "./growth.ts";
import { cpuOf } from "./rows.ts";

interface Wanted {
  /** The cell of ours. */
  readonly cell: string;
  /** The cell of BullMQ it stands beside; there is no hand-off in BullMQ, so that is compared with what it has. */
  readonly beside: string;
  readonly wall: number;
  readonly cpu: number;
}

export const wanted: readonly Wanted[] = [
  { cell: "enqueue", beside: "enqueue", wall: 2.2, cpu: 3.5 },
  { cell: "enqueue in batches", beside: "enqueue in batches", wall: 4, cpu: 4 },
  { cell: "consume", beside: "consume", wall: 3, cpu: 3.3 },
  { cell: "hand-off, one process", beside: "consume", wall: 1.8, cpu: 2.2 },
  { cell: "hand-off, two processes", beside: "consume", wall: 1.5, cpu: 1.8 },
  { cell: "claim and next, 20 a lane", beside: "consume", wall: 4, cpu: 4.5 },
];
export const wallGoal = ({ cell, beside }: Wanted): string =>
  `${cell}: jobs/s, ours / BullMQ ${beside}`;
export const cpuGoal = ({ cell, beside }: Wanted): string =>
  `${cell}: CPU a job, BullMQ ${beside} / ours`;

const scriptsAJob = 0.15;

export function goalsOf(rows: readonly Row[]): readonly Goal[] {
  const row = (what: string) => rows.find((one) => one.what === what);
  const goals = wanted.flatMap((one) => {
    const { cell, beside, wall, cpu } = one;
    const [ours, theirs] = [row(`${cell}: ours`), row(`${beside}: BullMQ`)];
    const [oursCpu, theirsCpu] = [row(cpuOf(`${cell}: ours`)), row(cpuOf(`${beside}: BullMQ`))];
    if (!ours || !theirs || !oursCpu || !theirsCpu) return [];
    return [
      ratioGoal(wallGoal(one), wall, ours, theirs),
      ratioGoal(cpuGoal(one), cpu, theirsCpu, oursCpu),
    ];
  });
  const scripts = rows
    .filter(({ what }) => wanted.some(({ cell }) => what === `${cell}: ours`))
    .map(({ cost }) => cost?.["script calls"] ?? Number.NaN);
  const [least, most] = [depths[0], depths[2]];
  const [few, many] = [least, most].map((depth) =>
    row(cpuOf(`handle and add, ${depth} waiting: ours`)),
  );
  return [
    ...goals,
    limitGoal("script calls a job, the most of all cells", scriptsAJob, Math.max(...scripts)),
    ...(few && many
      ? [ratioGoal(`CPU a job, ${most} / ${least} waiting`, 1.5, many, few, { atMost: true })]
      : []),
  ];
}
