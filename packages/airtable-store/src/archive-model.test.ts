import { isDeepStrictEqual } from "node:util";
import { inMemoryArchive } from "@tgmem/memory";
import * as fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { airtableArchive } from "./index.ts";
import { type Fault } from "@tgmem/airtable-test-server";
import { manualClock, startArchiveServer } from "./archive.kit.ts";

const fake = await startArchiveServer();
afterAll(() => fake.close());

const people = 3;
const save = fc.record({
  kind: fc.constant("save" as const),
  who: fc.nat(people - 1),
  epoch: fc.nat(2),
  version: fc.nat(4),
  summary: fc.constantFrom("a", "b"),
  expectVersion: fc.nat(4),
  wait: fc.boolean(),
});
const erase = fc.record({
  kind: fc.constant("erase" as const),
  who: fc.nat(people - 1),
  epoch: fc.nat(2),
  wait: fc.boolean(),
});
const fault = fc.record({
  kind: fc.constant("fault" as const),
  fault: fc.constantFrom<Fault>(
    "answer_lost",
    "bad_gateway",
    "reset",
    "html_200",
    "empty_object",
    "rate_limit",
  ),
  method: fc.constantFrom("PATCH", "POST", "DELETE"),
});
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: save },
    { weight: 1, arbitrary: erase },
    { weight: 2, arbitrary: fault },
  ),
  { maxLength: 25 },
);

let runs = 0;

it("does what an archive in memory does, in any order, batched or not, over a bad line", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      runs++;
      const userOf = (who: number) => `${runs}00${who}`;
      const clock = manualClock();
      // A fault that came after the last write of a run is not the next run's.
      fake.mend();
      const archive = airtableArchive({
        token: "pat",
        baseId: fake.baseId,
        endpointUrl: fake.endpointUrl,
        deadlineMs: 1e9,
        ...clock,
      });
      const model = inMemoryArchive();
      const answers: Promise<unknown>[] = [];
      let faults = 0;
      const expected: unknown[] = [];
      for (const step of script) {
        if (step.kind === "fault") {
          // More in a row than a call is repeated would be an outage.
          faults++;
          if (faults > 4) continue;
          fake.fail(step.fault === "rate_limit" ? "empty_rate_limit" : step.fault, {
            when: ({ method, path }) => method === step.method && !path.startsWith("/meta"),
          });
          continue;
        }
        const user = userOf(step.who);
        if (step.kind === "erase") {
          answers.push(archive.erase(user, step));
          expected.push(await model.erase(user, step));
        } else {
          const { epoch, version, summary, expectVersion } = step;
          const record = {
            summary,
            version,
            epoch,
            coversThrough: version,
            incarnation: "i",
            updatedAtMs: 1_764_000_000_000,
          };
          answers.push(archive.save(user, record, { expectVersion }));
          // A save that is repeated because its answer was lost is answered as if it had come first.
          const repeated = isDeepStrictEqual(await model.load(user), record);
          expected.push(repeated ? "saved" : await model.save(user, record, { expectVersion }));
        }
        if (step.wait) await answers.at(-1);
      }
      expect(await Promise.all(answers)).toEqual(expected);
      for (let who = 0; who < people; who++) {
        expect(await archive.load(userOf(who))).toEqual(await model.load(userOf(who)));
        expect(
          fake.rows().filter(({ fields }) => fields["TelegramID"] === userOf(who)).length,
        ).toBeLessThan(2);
      }
    }),
    { numRuns: 60 },
  );
});
