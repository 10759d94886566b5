import * as fc from "fast-check";

/**
 * How the second half of a summary job goes. A raced one belongs to a writer that stalled before it wrote; the save of a
 * late one is given up, and lands whenever it is let.
 */
export type Ending = "ok" | "fail" | "crash" | "raced" | "raced_crash" | "late";

/** One thing that can happen to the memory of a chat. `pick` chooses among what is there when it happens. */
export type Operation =
  | { readonly kind: "turn" | "short_turn" | "open"; readonly id: number }
  | { readonly kind: "close" | "amend" | "land" | "undo"; readonly pick: number }
  | { readonly kind: "revise"; readonly pick: number; readonly id: number }
  /** A job that folds so many of the pending turns at most. */
  | { readonly kind: "start"; readonly turns: number }
  | {
      readonly kind:
        | "hydrate"
        | "lose"
        | "corrupt"
        | "edit"
        | "delete"
        | "copy"
        | "put_back"
        | "forget"
        | "erase"
        | "pause";
    }
  | { readonly kind: "finish"; readonly pick: number; readonly ending: Ending };

const kind = <K extends string>(value: K) => fc.constant(value);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: kind("turn"), id: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ kind: kind("open"), id: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ kind: kind("close"), pick: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ kind: kind("revise"), pick: fc.nat(2), id: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ kind: kind("amend"), pick: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("short_turn"), id: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("undo"), pick: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("pause") }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: kind("start"), turns: fc.constantFrom(1, 3, 20, 20) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kind("finish"),
      pick: fc.nat(3),
      ending: fc.constantFrom<Ending[]>(
        "ok",
        "ok",
        "fail",
        "crash",
        "raced",
        "raced_crash",
        "late",
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind("hydrate") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("lose") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("corrupt") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("edit") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("delete") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("copy") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("put_back") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("land"), pick: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("forget") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("erase") }) },
);

/** Any operations in any order. The default size keeps arrays near ten, too few for a late erasure to matter. */
export const operations: fc.Arbitrary<Operation[]> = fc.array(operation, {
  minLength: 5,
  maxLength: 80,
  size: "max",
});
