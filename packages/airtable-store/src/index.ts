// The archive
export { airtableArchive } from "./archive.ts";
export type { AirtableArchive, TableReport } from "./archive.ts";
export type { AirtableArchiveOptions } from "./archive-options.ts";
export type { ArchiveEvent } from "./events.ts";
export type { KeyType } from "./rows/columns.ts";
export type { SchemaReport } from "./schema.ts";

// Sharing a base's rate
export { evenRate } from "./rate.ts";
export type { RateLimit } from "./rate.ts";
export type { Clock } from "./clock.ts";

// Errors
export { AirtableError } from "./errors.ts";
export type { AirtableErrorCode, AirtableErrorOptions } from "./errors.ts";
