export { startFakeAirtable } from "./fake-airtable.ts";
export type {
  FakeAirtable,
  FakeAirtableOptions,
  FakeCall,
  FakeFaultOptions,
} from "./fake-airtable.ts";
export type { FakeFault } from "./fake/faults.ts";
export { manualClock } from "./manual-clock.ts";
