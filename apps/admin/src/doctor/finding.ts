/** What a look at one thing found. */
export interface Finding {
  readonly name: string;
  /**
   * - `ok`: it is well
   * - `off`: it is not set up, and need not be
   * - `warning`: it works, and something is to be thought about
   * - `ill`: it does not work, or loses something
   * - `mended`: it was ill until now
   */
  readonly state: "ok" | "off" | "warning" | "ill" | "mended";
  /** What was found, in a sentence. */
  readonly found: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** Looks at one thing. What it throws is a finding, too. */
export interface Check {
  readonly name: string;
  readonly look: () => Promise<readonly Finding[]>;
}
