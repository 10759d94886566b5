import { type Html, html } from "./html.ts";

/** The secret without which a form is not taken. */
export const secretField = (form: string): Html =>
  html`<input type="hidden" name="form" value="${form}" />`;

export interface Question {
  readonly title: string;
  readonly words: string;
  /** What the button says. */
  readonly yes: string;
  /** Where the form goes. */
  readonly action: string;
  /** What the form holds, besides the answer. */
  readonly fields: readonly (readonly [string, string])[];
  /** Where the other answer leads. */
  readonly back: string;
}

/** Asks before something is gone for good. */
export const question = (form: string, asked: Question): Html => html`
  <h1>${asked.title}</h1>
  <form class="panel question" method="post" action="${asked.action}">
    ${secretField(form)} <input type="hidden" name="sure" value="yes" />
    ${asked.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <p>${asked.words}</p>
    <p class="actions">
      <button class="danger" type="submit">${asked.yes}</button>
      <a class="button" href="${asked.back}">Keep it</a>
    </p>
  </form>
`;
