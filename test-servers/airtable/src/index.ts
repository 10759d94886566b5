// the server
export { startAirtableServer } from "./start-airtable-server.ts";
export type {
  AirtableServer,
  AirtableServerOptions,
  FaultOptions,
  ReceivedCall,
  ShownRow,
} from "./airtable-server.ts";
export type { Cell } from "./cells.ts";
export type { NewField } from "./table.ts";
// what goes wrong
export type { Fault } from "./faults.ts";
// errors
export { AirtableServerError, type AirtableServerErrorCode } from "./errors.ts";
