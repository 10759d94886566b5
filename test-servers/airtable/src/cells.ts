import { refuse, unprocessable } from "./refusal.ts";

export interface Field {
  readonly id: string;
  name: string;
  readonly type: string;
  readonly options?: unknown;
}

/** The value of a cell as Airtable's API gives it. */
export type Cell = string | number | boolean;

export const fieldTypes = ["singleLineText", "multilineText", "number", "dateTime", "checkbox"];
const maxTextLength = 100_000;

/** What Airtable stores for a value; undefined = an empty cell, which it leaves out of answers. */
export function cellOf(field: Field, value: unknown, typecast: boolean): Cell | undefined {
  if (value === null || value === undefined || value === "" || value === false) return undefined;
  const wrong = () =>
    refuse(
      422,
      "INVALID_VALUE_FOR_COLUMN",
      `Field "${field.name}" cannot accept the provided value`,
    );
  switch (field.type) {
    case "number": {
      const number = typecast && typeof value === "string" ? Number(value) : value;
      if (typeof number !== "number" || !Number.isFinite(number)) throw wrong();
      return number;
    }
    case "dateTime": {
      const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
      if (Number.isNaN(at)) throw wrong();
      return new Date(at).toISOString();
    }
    case "checkbox":
      if (value !== true) throw wrong();
      return value;
    default: {
      const text = typecast && typeof value === "number" ? String(value) : value;
      if (typeof text !== "string") throw wrong();
      if (text.length > maxTextLength)
        throw unprocessable(`The value for ${field.name} is too long.`);
      return text;
    }
  }
}
