/** The whole bot in one process, as the bench talks to it. */
export interface Shape {
  /** Answers a message of a chat, which has one on the way at a time. Rejects when there is no answer. */
  ask(text: string, chat: string): Promise<void>;
  /** Gives the CPU time of that process until now, in ms. */
  cpuMs(): Promise<number>;
  close(): Promise<void>;
}

/** Makes a bot that keeps what it remembers in the folder, and has a model that takes no time. */
export type OpenShape = (folder: string) => Promise<Shape>;
