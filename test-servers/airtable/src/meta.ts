import { z } from "zod";
import { fieldTypes } from "./cells.ts";
import { forbidden, refuse, unprocessable } from "./refusal.ts";
import { Table, newId } from "./table.ts";

const Field = z.object({
  name: z.string().min(1),
  type: z.enum(fieldTypes),
  options: z.unknown().optional(),
});
const NewTable = z.object({ name: z.string().min(1), fields: z.array(Field).min(1) });

/** The schema API of one base. */
export function handleMeta(
  tables: Table[],
  method: string,
  path: readonly string[],
  raw: unknown,
  now: () => number,
) {
  const [tableId, fields, fieldId] = path;
  if (method === "GET" && tableId === undefined) return { tables: tables.map(show) };
  if (method === "POST" && tableId === undefined) {
    const body = parse(NewTable, raw);
    if (tables.some(({ name }) => name === body.name))
      throw refuse(
        422,
        "DUPLICATE_TABLE_NAME",
        `Cannot create more than one table with the same name: ${body.name}`,
      );
    body.fields.forEach(checkOptions);
    const table = new Table(body.name, body.fields, now);
    tables.push(table);
    return show(table);
  }
  const table = tables.find(({ id }) => id === tableId);
  if (!table || fields !== "fields") throw forbidden();
  if (method === "POST") {
    const field = parse(Field, raw);
    checkOptions(field);
    return table.addField(field);
  }
  if (method !== "PATCH" || fieldId === undefined) throw forbidden();
  const { name } = parse(z.object({ name: z.string().min(1) }), raw);
  const field = table.field(fieldId);
  field.name = name;
  return field;
}

function checkOptions({ type, options }: z.infer<typeof Field>): void {
  const Options = {
    number: z.object({ precision: z.int().min(0).max(8) }),
    dateTime: z.object({
      dateFormat: z.object({ name: z.enum(["local", "friendly", "us", "european", "iso"]) }),
      timeFormat: z.object({ name: z.enum(["12hour", "24hour"]) }),
      timeZone: z.string(),
    }),
  }[type];
  if (Options && !Options.safeParse(options).success)
    throw refuse(
      422,
      "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE",
      `Invalid options for a field of type ${type}`,
    );
}

const show = ({ id, name, fields }: Table) => ({
  id,
  name,
  primaryFieldId: fields[0]?.id,
  fields,
  views: [{ id: newId("viw"), name: "Grid view", type: "grid" }],
});

function parse<T extends z.ZodType>(schema: T, raw: unknown): z.infer<T> {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw unprocessable(z.prettifyError(parsed.error));
  return parsed.data;
}
