import { randomBytes } from "node:crypto";

/** A key prefix of its own for each test, so that suites share one server and nobody has to flush it. */
export const randomPrefix = (): string => `test-${randomBytes(6).toString("hex")}`;
