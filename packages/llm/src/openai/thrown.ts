import * as z from "zod/mini";
import { LlmError } from "../errors.ts";
import { type Failure, failure } from "./failure.ts";
import { type ProviderErrorContext, providerError } from "./provider-error.ts";

/** An error of the client that stands for an HTTP answer. */
const Answered = z.object({
  status: z.number(),
  headers: z.catch(
    z.optional(
      z.custom<Headers>((value) => value !== null && typeof value === "object" && "get" in value),
    ),
    undefined,
  ),
  error: z.optional(z.unknown()),
  message: z.catch(z.string(), ""),
});

/** The innermost cause that has a system code: it names a host and a port, never a text of the request. */
function networkCause(error: unknown, depth = 0): Error | undefined {
  if (!(error instanceof Error) || depth > 8) return undefined;
  const inner = networkCause(error.cause, depth + 1);
  if (inner) return inner;
  return "code" in error && typeof error.code === "string" ? error : undefined;
}

/** Says in brackets why nothing was heard of an endpoint, as far as that is known: `ECONNREFUSED`, or the status of an answer. */
export function reasonInBrackets(thrown: unknown): string {
  const answered = Answered.safeParse(thrown);
  if (answered.success) return ` (answered ${answered.data.status})`;
  const cause = networkCause(thrown);
  return cause && "code" in cause ? ` (${String(cause.code)})` : "";
}

/** Reads what the client threw. By shape, not by class: two copies of `openai` have two sets of classes. */
export function readThrown(
  thrown: unknown,
  context: Omit<ProviderErrorContext, "status" | "headers">,
): Failure {
  const { model } = context;
  if (thrown instanceof LlmError)
    return { error: thrown, remedy: { do: thrown.code === "timeout" ? "again" : "nothing" } };
  const answered = Answered.safeParse(thrown);
  if (answered.success) {
    const { status, headers, error, message } = answered.data;
    if (status >= 300 && status < 400)
      return failure(
        "bad_request",
        model,
        `answered ${status}, a redirect, which is not followed`,
        {
          status,
          hint: "Correct the base URL of the client.",
        },
      );
    return providerError(error ?? message, { ...context, status, headers });
  }
  if (thrown instanceof SyntaxError)
    return failure("malformed_answer", model, "answered with broken JSON");
  const cause = networkCause(thrown);
  if (
    cause ||
    (thrown instanceof Error && ("status" in thrown || thrown.message === "terminated"))
  ) {
    return failure(
      "unavailable",
      model,
      `could not be reached, or hung up before the answer was whole${reasonInBrackets(thrown)}`,
      { cause },
    );
  }
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  return failure("invalid_argument", model, `was not asked: the client failed with ${name}`);
}
