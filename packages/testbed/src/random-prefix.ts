import { randomBytes } from "node:crypto";

/** Makes a key prefix for one test, so that suites share a server and nobody has to flush it. */
export const randomPrefix = (): string => `test-${randomBytes(6).toString("hex")}`;
