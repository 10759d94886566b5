/**
 * A test that can pass without its subject is a bug, so a missing server throws in CI.
 * At a desk the tests are skipped, and it says so where it cannot be overlooked.
 */
export function missingServer(what: string, howToGetIt: string): void {
  const message = `${what} is missing: ${howToGetIt}`;
  if (process.env["CI"]) throw new Error(message);
  console.warn(`\n!!! SKIPPED, NOT TESTED !!! ${message}\n`);
}
