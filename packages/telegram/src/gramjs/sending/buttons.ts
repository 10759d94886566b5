import { Api } from "telegram";
import { invalidArgument } from "../../errors.ts";
import type { Buttons } from "../../telegram.ts";

const mostDataBytes = 64;

/** Makes the client's markup of buttons; of none it makes nothing. */
export function toApiMarkup(buttons: Buttons = []): {
  readonly replyMarkup?: Api.ReplyInlineMarkup;
} {
  const rows = buttons
    .filter((row) => row.length > 0)
    .map((row) => new Api.KeyboardButtonRow({ buttons: row.map(toApiButton) }));
  return rows.length === 0 ? {} : { replyMarkup: new Api.ReplyInlineMarkup({ rows }) };
}

function toApiButton({ label, data }: Buttons[number][number]): Api.KeyboardButtonCallback {
  const bytes = Buffer.from(data);
  if (label === "") throw invalidArgument("Expected the label of a button not to be empty.");
  if (bytes.length < 1 || bytes.length > mostDataBytes)
    throw invalidArgument(
      `Expected the data of a button to be 1 to ${mostDataBytes} bytes, got ${bytes.length}.`,
    );
  return new Api.KeyboardButtonCallback({ text: label, data: bytes });
}
