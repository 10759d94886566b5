import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { engineVersion, moduleFolder } from "./version.ts";

it("is the one that go.mod requires", () => {
  expect(engineVersion("require github.com/hatchet-dev/hatchet v1.2.3\n")).toBe("v1.2.3");
  expect(engineVersion("require (\n\tgithub.com/hatchet-dev/hatchet v1.2.3 // indirect\n)")).toBe(
    "v1.2.3",
  );
});

it("is the tag of the image in docker-compose.yml", () => {
  const compose = readFileSync(join(moduleFolder, "..", "..", "docker-compose.yml"), "utf8");
  expect(compose).toContain(`hatchet-lite:${engineVersion()}`);
});
