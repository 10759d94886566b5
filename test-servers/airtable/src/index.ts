export {
  type AirtableServer,
  type AirtableServerOptions,
  type FaultOptions,
  type ReceivedCall,
  startAirtableServer,
} from "./start-airtable-server.ts";
export type { Cell } from "./cells.ts";
export type { Fault } from "./faults.ts";
export type { NewField } from "./table.ts";
