import { refuse } from "./refusal.ts";
import type { Row, Table } from "./table.ts";

type Value = string | number | boolean | undefined;
type Expression = (row: Row) => Value;

const token =
  /\s*(?:(?<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")|(?<field>\{(?:\\.|[^}\\])*\})|(?<number>-?\d+(?:\.\d+)?)|(?<word>[A-Za-z_]+)|(?<sign>[(),=]))/y;

/** The part of Airtable's formulas that finds rows: `{F}='v'`, `{F}=1`, `OR(…)`, `AND(…)`, `RECORD_ID()`. */
export function parseFormula(text: string, table: Table): (row: Row) => boolean {
  const tokens = tokenize(text);
  let at = 0;
  const peek = () => tokens[at];
  const next = () => tokens[at++];
  const expect = (sign: string) => {
    if (next()?.text !== sign) throw invalid(text);
  };

  function comparison(): Expression {
    const left = term();
    if (peek()?.text !== "=") return left;
    next();
    const right = term();
    return (row) => equals(left(row), right(row));
  }

  function term(): Expression {
    const read = next();
    switch (read?.kind) {
      case "string": {
        const value = unescape(read.text.slice(1, -1));
        return () => value;
      }
      case "number": {
        const value = Number(read.text);
        return () => value;
      }
      case "field": {
        const name = unescape(read.text.slice(1, -1));
        const field = table.fields.find((f) => f.name === name || f.id === name);
        if (!field)
          throw refuse(
            422,
            "INVALID_FILTER_BY_FORMULA",
            `The formula for filtering records is invalid: Unknown field names: ${name.toLowerCase()}`,
          );
        return (row) => row.cells.get(field.id);
      }
      case "word":
        return call(read.text.toUpperCase());
      default:
        throw invalid(text);
    }
  }

  function call(name: string): Expression {
    expect("(");
    const parts: Expression[] = [];
    while (peek() && peek()?.text !== ")") {
      parts.push(comparison());
      if (peek()?.text === ",") next();
    }
    expect(")");
    if (name === "OR") return (row) => parts.some((part) => Boolean(part(row)));
    if (name === "AND") return (row) => parts.every((part) => Boolean(part(row)));
    if (name === "RECORD_ID" && parts.length === 0) return (row) => row.id;
    throw invalid(text);
  }

  const whole = comparison();
  if (at !== tokens.length) throw invalid(text);
  return (row) => Boolean(whole(row));
}

/** A number never equals a text; an empty cell equals the empty text. */
const equals = (a: Value, b: Value) => (a ?? "") === (b ?? "");

function tokenize(text: string): { kind: string; text: string }[] {
  const tokens: { kind: string; text: string }[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== "") {
    const match = token.exec(text);
    const found = Object.entries(match?.groups ?? {}).find(([, value]) => value !== undefined);
    if (!found) throw invalid(text);
    tokens.push({ kind: found[0], text: found[1] });
  }
  return tokens;
}

const unescape = (text: string) => text.replaceAll(/\\(.)/gs, "$1");
const invalid = (text: string) =>
  refuse(
    422,
    "INVALID_FILTER_BY_FORMULA",
    `The formula for filtering records is invalid: ${text.slice(0, 100)}`,
  );
