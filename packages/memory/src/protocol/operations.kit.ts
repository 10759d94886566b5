import * as fc from "fast-check";

/** How the second half of a summary job goes. A raced one belongs to a writer that stalled before it wrote. */
export type Ending = "ok" | "fail" | "crash" | "raced" | "raced_crash";

/** One thing that can happen to the memory of a chat. `pick` chooses among what is there when it happens. */
export type Operation =
  | { readonly kind: "turn" | "open"; readonly id: number }
  | { readonly kind: "close" | "amend"; readonly pick: number }
  | { readonly kind: "revise"; readonly pick: number; readonly id: number }
  | { readonly kind: "start" | "hydrate" | "lose" | "forget" | "erase" }
  | { readonly kind: "finish"; readonly pick: number; readonly ending: Ending };

const kind = <K extends string>(value: K) => fc.constant(value);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: kind("turn"), id: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ kind: kind("open"), id: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ kind: kind("close"), pick: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ kind: kind("revise"), pick: fc.nat(2), id: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ kind: kind("amend"), pick: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ kind: kind("start") }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kind("finish"),
      pick: fc.nat(3),
      ending: fc.constantFrom<Ending[]>("ok", "ok", "fail", "crash", "raced", "raced_crash"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind("hydrate") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("lose") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("forget") }) },
  { weight: 1, arbitrary: fc.record({ kind: kind("erase") }) },
);

/** Any operations in any order. The default size keeps arrays near ten, too few for a late erasure to matter. */
export const operations: fc.Arbitrary<Operation[]> = fc.array(operation, {
  minLength: 5,
  maxLength: 80,
  size: "max",
});
