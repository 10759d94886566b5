import { setTimeout as pause } from "node:timers/promises";
import type { Strike } from "./strike.ts";

export const cut: Strike = async ({ telegram }) => telegram.faults.dropConnections();

export const away: Strike = async ({ telegram }, { lastsMs }) => {
  telegram.faults.refuse = true;
  telegram.faults.dropConnections();
  await pause(lastsMs);
  telegram.faults.refuse = false;
};

export const silent: Strike = async ({ telegram }, { lastsMs }) => {
  telegram.faults.silent = true;
  await pause(lastsMs);
  telegram.faults.silent = false;
};

export const floodWaits: Strike = async ({ telegram }, { lastsMs }) => {
  for (let wait = 0; wait < 3; wait++) telegram.faults.floodWait(Math.ceil(lastsMs / 1_000));
  telegram.faults.floodWait(1, "messages.editMessage");
};

/** Sent, and its sender does not hear of it. */
export const answersLost: Strike = async ({ telegram }) => {
  telegram.faults.loseReply();
  telegram.faults.loseReply("messages.editMessage");
  telegram.faults.loseReply("updates.getDifference");
};

export const errors: Strike = async ({ telegram }) => {
  const on = "messages.sendMessage";
  telegram.faults.call({ on, code: 500, text: "INTERDC_2_CALL_ERROR" });
  telegram.faults.call({ on, hang: true });
  telegram.faults.call({ on, cut: "before" });
  telegram.faults.call({ on: "updates.getDifference", code: 500, text: "INTERNAL" });
};

export const updatesLost: Strike = async ({ telegram }) => telegram.faults.dropUpdates(3);

export const updatesTwice: Strike = async ({ telegram }) => {
  telegram.faults.repeatUpdates(3, 2);
  telegram.faults.reverseUpdates(3);
};

export const updatesLate: Strike = async ({ telegram }) => {
  telegram.faults.delayUpdates(2_000, 2);
  telegram.faults.garbleUpdates(1);
};
