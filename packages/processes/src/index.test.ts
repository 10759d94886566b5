import { expect, it } from "vitest";

it("exports exactly these names", async () => {
  expect(Object.keys(await import("./index.ts")).toSorted()).toEqual([
    "dieWithUs",
    "folderOfPrograms",
    "foldersOnPath",
    "freePort",
    "freePorts",
    "isPortFree",
    "lastLines",
    "runCommand",
    "runProcess",
    "startProcess",
    "troubleIn",
    "until",
  ]);
});
