import { type ConnectOptions, connectEngine } from "@tgmem/engine";
import { bareTask, bareTaskName } from "./bare-task.ts";

// The worker of the bare engine: a process of its own, like ours. Its parent sends the options, then asks for the count.

let ran = 0;

process.on("message", (message: { readonly connect: ConnectOptions } | "count") => {
  if (message === "count") process.send?.({ ran });
  else void start(message.connect);
});
process.on("disconnect", () => process.exit(0));

async function start(options: ConnectOptions): Promise<void> {
  const { client } = connectEngine(options);
  const task = client.task({ ...bareTask, fn: () => ({ ok: ++ran > 0 }) });
  const worker = await client.worker(bareTaskName, {
    workflows: [task],
    slots: 100,
    handleKill: false,
  });
  void worker.start();
  await worker.waitUntilReady(30_000);
  process.send?.("ready");
}
