import { type Html, html } from "./html.ts";

export interface Column<Row> {
  /** The heading; on a phone it stands before the value. */
  readonly title: string;
  readonly cell: (row: Row) => Html | string;
  /** Whether it holds numbers, which stand to the right. */
  readonly isNumber?: boolean;
}

/** Makes a table that becomes a list of cards on a phone. The roles stay, whatever the style makes of it. */
export function table<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Html {
  const kind = ({ isNumber = false }: Column<Row>) => (isNumber ? "number" : "");
  return html`<table role="table">
    <caption class="unseen">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          (column) =>
            html`<th role="columnheader" scope="col" class="${kind(column)}">${column.title}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          html`<tr role="row">
            ${columns.map(
              (column) =>
                html`<td role="cell" class="${kind(column)}" data-title="${column.title}">
                  <span>${column.cell(row)}</span>
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
