import { damagedFiles, mustBeFolder, roomOf } from "@tgmem/folder";
import type { Finding } from "./finding.ts";
import { openToOthers } from "./open-to-others.ts";

const megabytes = (bytes: number) => `${Math.floor(bytes / 1_048_576)} MB`;

/** Looks at the folder of a bot: who may read it, whether its files are whole, and how much room it has. The bot may run. */
export function lookAtFolder(folder: string): readonly Finding[] {
  mustBeFolder(folder);
  return [
    privacyFinding(folder),
    wholeFinding(folder),
    roomFinding(folder),
    ...keysFindings(".env"),
  ];
}

function privacyFinding(folder: string): Finding {
  const name = "folder";
  const open = openToOthers(folder);
  if (!open) return { name, state: "ok", found: "for its owner alone" };
  return {
    name,
    state: "ill",
    found: `others may look into it, whose mode is ${open}`,
    remedy: `chmod 700 ${folder}`,
  };
}

function wholeFinding(folder: string): Finding {
  const name = "files";
  const damaged = damagedFiles(folder);
  if (damaged.length === 0) return { name, state: "ok", found: "whole" };
  return {
    name,
    state: "ill",
    found: `damaged: ${damaged.join(", ")}`,
    remedy: "Stop the bot, and put a copy of the folder in its place.",
  };
}

function roomFinding(folder: string): Finding {
  const name = "disk";
  const { usedBytes, freeBytes, isShort } = roomOf(folder);
  const found = `${megabytes(usedBytes)} used, ${megabytes(freeBytes)} free`;
  if (!isShort) return { name, state: "ok", found };
  return {
    name,
    state: "ill",
    found,
    remedy: "Make room: at the end nothing is taken in any more.",
  };
}

/** Looks at the file of the variables, where there is one. */
function keysFindings(file: string): readonly Finding[] {
  const open = openToOthers(file);
  if (!open) return [];
  return [
    {
      name: file,
      state: "ill",
      found: `others may read the keys in it, because its mode is ${open}`,
      remedy: `chmod 600 ${file}`,
    },
  ];
}
