import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";

/**
 * Makes a child end when this process ends, however it ends: a SIGKILL of the parent runs no exit handler, and a
 * server left behind keeps its port and its memory. A shell waits on a pipe that closes with us, then kills, and
 * deletes the folder `remove` if one is given.
 */
export function dieWithUs(child: ChildProcess, { remove = "" }: { remove?: string } = {}): void {
  if (child.pid === undefined) return;
  const guard = spawn("sh", ["-c", script, "guard", String(child.pid), remove], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.on("error", () => {});
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  // The number may belong to another process by then, so the guard goes first.
  child.once("exit", () => guard.kill("SIGKILL"));
}

// Twice, because children of the child may write for a moment longer.
const script = `
cat > /dev/null
kill -9 "$1"
if [ -n "$2" ]; then rm -rf "$2" || { sleep 1; rm -rf "$2"; }; fi
`;
