import { expect, it } from "vitest";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { archiveRecord } from "../testing/index.ts";
import { read, say } from "../testing/store-kit.ts";
import { isEditedByHand } from "./edited.ts";
import { fingerprint } from "./fingerprint.ts";

/** A chat whose summary came from the archive, and which has said one turn since. */
async function takenOver() {
  const store = inMemoryStore();
  const record = archiveRecord({ incarnation: "before/x", coversThrough: 1 });
  await say(store, "42", 1);
  await store.hydrate("42", record);
  const edited = { ...record, summary: "Edited by hand." };
  return { state: await read(store, "42"), edited };
}

it("knows an edit of a record that was taken over from the life before, or written again since", async () => {
  const { state, edited } = await takenOver();
  expect(isEditedByHand(edited, state)).toBe(true);
  const repaired = { ...edited, incarnation: fingerprint(state, 0) };
  expect(isEditedByHand(repaired, state)).toBe(true);
});

it("takes no record for an edit that covers a turn which the store has still to summarize", async () => {
  const { state, edited } = await takenOver();
  const raced = { ...edited, incarnation: fingerprint({ ...state, base: 0 }, 1) };
  expect(isEditedByHand(raced, state)).toBe(false);
});

/** A chat with a summary of its two turns. */
async function summarized() {
  const store = inMemoryStore();
  await say(store, "42", 2);
  const state = { ...(await read(store, "42")), watermark: 2, version: 1, summary: "Two turns." };
  const edited = archiveRecord({ ...state, coversThrough: 2, summary: "Edited by hand." });
  return { state, edited };
}

it("knows an edit by the turn that the record ends with, as long as that is kept", async () => {
  const { state, edited } = await summarized();
  const own = { ...edited, incarnation: fingerprint(state, 2) };
  expect(isEditedByHand(own, state)).toBe(true);
  // A writer that raced, from before the store came back from a copy and gave the number to another turn.
  const raced = { ...edited, incarnation: fingerprint(state, 1) };
  expect(isEditedByHand(raced, state)).toBe(false);
  expect(isEditedByHand(raced, { ...state, turns: [] })).toBe(true);
});
