import type { WaitOptions } from "./wait-options.ts";

/**
 * Why an answer of the summarizer must not become what is remembered:
 *
 * - `empty`: nothing, "NONE", "N/A"
 * - `json`: data, markup or a tool call where text was asked for, whole or cut
 * - `template`: a form that nobody filled in
 * - `error_text`: what a server or a provider says
 * - `refusal`: an apology, or the model about itself
 * - `reasoning`: what a model thinks before it writes
 * - `meta`: talk about the summary, the task or the conversation, and courtesies to the reader
 * - `echo`: the conversation itself, copied
 * - `repetition`: the same again and again
 * - `instruction`: a line addressed to whoever reads the summary
 * - `secret`: a number of a card or account, a password, a code or a key
 * - `foreign_url`: a link or an address that the person never gave
 * - `unrelated`: somebody else's life, with no name, number or word of what was said
 * - `wrong_script`: not the script that the person writes in
 * - `shrunk`: most of the summary so far is lost, or a matter of health
 *
 * Single sentences of this kind are cut out where the rest is a summary, and then there is no rejection.
 */
export type RejectionReason =
  | "empty"
  | "json"
  | "template"
  | "error_text"
  | "refusal"
  | "reasoning"
  | "meta"
  | "echo"
  | "repetition"
  | "instruction"
  | "secret"
  | "foreign_url"
  | "unrelated"
  | "wrong_script"
  | "shrunk";

/**
 * How a summary ended. `version` counts the summaries of the chat, `coversThrough` is the last turn that it covers.
 *
 * - `applied`: there is a new summary
 * - `nothing`: no turn is pending
 * - `conflict`: somebody else changed the memory meanwhile; summarize again, which heals it
 * - `rejected`: the text was no summary; the old one and the turns stay, and the next commit is due. Try again after
 *   `retryAfterMs`, if it is told: fewer of the turns are summarized at once then, of which a model makes a better one
 * - `forgotten`: the person asked to be forgotten meanwhile; nothing was kept
 * - `deferred`: store, archive or summarizer could not be reached, or the caller's signal aborted, or the chat's last
 *   summary failed a short time ago and nobody was asked; try again after `retryAfterMs`, if it is told. `planned`: nothing failed,
 *   and summaries are made then (`policy.summaryWindowMs`)
 * - `failed`: the store, the archive or the summarizer refused, and would refuse again: a bad id, no permission, no credit.
 *   Nothing was changed; somebody has to look at what the event told
 *
 * What was applied of several slices before trouble came stays applied.
 */
export type SummarizeResult =
  | {
      readonly status: "applied";
      readonly version: number;
      readonly coversThrough: number;
      /** Whether enough was said meanwhile for the next summary. Then summarize again, because no commit may follow. */
      readonly due: boolean;
    }
  | { readonly status: "nothing" }
  | { readonly status: "conflict" }
  | {
      readonly status: "rejected";
      readonly reasons: readonly RejectionReason[];
      readonly retryAfterMs?: number;
    }
  | { readonly status: "forgotten" }
  | { readonly status: "deferred"; readonly retryAfterMs?: number; readonly planned?: true }
  | { readonly status: "failed"; readonly by: "store" | "archive" | "summarizer" };

/** Which summary is wanted. */
export interface DueOptions extends WaitOptions {
  /**
   * When it became due, in ms since 1970, by the clock of the job that asks for it. One that has waited for a window
   * (`policy.summaryWindowMs`) is then not put off to the next one when its turn comes late. @default now
   */
  readonly dueSinceMs?: number | undefined;
}

/** Which chats are idle. */
export interface FlushOptions extends WaitOptions {
  /** How long nothing was said in a chat, in ms. */
  readonly idleMs: number;
}

/** How many summaries of a flush ended how. */
export type FlushResult = Record<SummarizeResult["status"], number>;
