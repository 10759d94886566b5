import { z } from "zod";

/** Names the step that put a job on its list, as a W3C traceparent. Nobody loses a message over one that makes no sense. */
export const Trace = z
  .string()
  .regex(/^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/u)
  .optional()
  .catch(undefined);
