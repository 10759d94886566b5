import { expect, it } from "vitest";

it("exports exactly these names", async () => {
  expect(Object.keys(await import("./index.ts")).toSorted()).toEqual([
    "ctrlC",
    "dieWithUs",
    "folderOfPrograms",
    "foldersOnPath",
    "freePort",
    "freePorts",
    "isPortFree",
    "lastLines",
    "runCommand",
    "runProcess",
    "startInTerminal",
    "startProcess",
    "troubleIn",
    "until",
  ]);
});
