import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Leaves no byte of a disk free, also of what others give back, until the returned function is called. */
export function keepFull(folder: string): () => void {
  const path = join(folder, "filler");
  const file = openSync(path, "a");
  const pages = [1_048_576, 4_096].map((size) => Buffer.alloc(size));
  function fill(): void {
    for (const page of pages)
      try {
        for (;;) writeSync(file, page);
      } catch {
        // It is full.
      }
  }
  fill();
  const timer = setInterval(fill, 20);
  return () => {
    clearInterval(timer);
    closeSync(file);
    rmSync(path);
  };
}
