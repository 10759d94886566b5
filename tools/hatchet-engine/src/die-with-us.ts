import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";

/**
 * Makes a child end when this process ends, however it ends: a SIGKILL of the parent runs no exit handler, and a
 * server left behind keeps its port and its memory. A shell waits on a pipe that closes with us, then kills.
 */
export function dieWithUs(child: ChildProcess): void {
  if (child.pid === undefined) return;
  const guard = spawn(
    "sh",
    ["-c", 'cat > /dev/null; kill -9 "$1" 2> /dev/null', "guard", String(child.pid)],
    {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    },
  );
  guard.on("error", () => {});
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  // The number may belong to another process by then, so the guard goes first.
  child.once("exit", () => guard.kill("SIGKILL"));
}
