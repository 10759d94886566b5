/** What one person said, and what of it a summary tells in other words. */
export interface Retold {
  readonly language: string;
  readonly previous: string | null;
  readonly said: readonly (readonly [user: string, assistant: string])[];
  readonly good: readonly string[];
}
