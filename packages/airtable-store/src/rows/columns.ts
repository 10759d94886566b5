/** The columns of the table and how `ensureSchema()` makes them. The first is the key and the primary column. */
export const columns = [
  { name: "TelegramID", type: "singleLineText" },
  { name: "Summary", type: "multilineText" },
  { name: "CoversThrough", type: "number", options: { precision: 0 } },
  { name: "Version", type: "number", options: { precision: 0 } },
  { name: "Epoch", type: "number", options: { precision: 0 } },
  { name: "Incarnation", type: "singleLineText" },
  {
    name: "UpdatedAt",
    type: "dateTime",
    options: { dateFormat: { name: "iso" }, timeFormat: { name: "24hour" }, timeZone: "utc" },
  },
] as const;

export type ColumnName = (typeof columns)[number]["name"];

/** The column for people who look at the table: without it a record's time is that of the row's creation. */
export const optionalColumn: ColumnName = "UpdatedAt";

/** How the key column is typed; `unknown` while neither the schema nor a row has shown it. */
export type KeyType = "text" | "number" | "unknown";
