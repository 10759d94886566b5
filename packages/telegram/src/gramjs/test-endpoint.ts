import type { TestEndpoint } from "./options.ts";

/**
 * The server of the tests that the variables of a process name; undefined unless `NODE_ENV` is `test`, so that no
 * variable can lead a real log-in elsewhere.
 */
export function testEndpoint(
  variables: Readonly<Record<string, string | undefined>>,
): TestEndpoint | undefined {
  const {
    NODE_ENV,
    TELEGRAM_TEST_ENDPOINT,
    TELEGRAM_TEST_RSA_N,
    TELEGRAM_TEST_RSA_E,
    TELEGRAM_TEST_HURRY,
  } = variables;
  if (NODE_ENV !== "test" || !TELEGRAM_TEST_ENDPOINT || !TELEGRAM_TEST_RSA_N) return undefined;
  const { hostname, port } = new URL(`tcp://${TELEGRAM_TEST_ENDPOINT}`);
  return {
    host: hostname,
    port: Number(port),
    rsa: { n: TELEGRAM_TEST_RSA_N, e: Number(TELEGRAM_TEST_RSA_E ?? 65_537) },
    ...(TELEGRAM_TEST_HURRY ? { hurry: Number(TELEGRAM_TEST_HURRY) } : {}),
  };
}
