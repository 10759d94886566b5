/** An archive of summaries: the table that the environment names, or a file. */
export type ArchiveName = "airtable" | `sqlite:${string}`;
