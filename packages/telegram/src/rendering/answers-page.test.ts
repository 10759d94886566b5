import { expect, it } from "vitest";
import { answersPage } from "./answers-page.kit.ts";

const page = "../../../../docs/rendered-answers.html";

it("shows 130 answers on a page as Telegram would", async () => {
  const html = answersPage();
  expect(html.match(/<section>/g)).toHaveLength(130);
  await expect(html).toMatchFileSnapshot(page);
});
