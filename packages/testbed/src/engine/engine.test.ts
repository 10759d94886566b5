import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineBinaries, startEngine } from "@tgmem/hatchet-engine";
import { freePorts } from "@tgmem/processes";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { testPostgres } from "../postgres/test-postgres.ts";
import { engineFolder, isForgotten } from "./drop-forgotten.ts";
import { testEngine } from "./test-engine.ts";

const engine = await testEngine();
afterAll(() => engine.stop({ drop: true }));

const apiIsReady = () =>
  fetch(`${engine.clientEnv.HATCHET_CLIENT_API_URL}/api/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

describe.skipIf(!engine.owned)("a started engine", () => {
  it("answers, is gone after a kill, and comes back on the same ports and database", async () => {
    expect(await apiIsReady()).toBe(true);
    await engine.kill();
    expect(await apiIsReady()).toBe(false);
    await engine.boot();
    expect(await apiIsReady()).toBe(true);
    expect(
      await engine.sql('SELECT count(*)::int AS tenants FROM "Tenant" WHERE id = $1', [
        "707d0855-80ab-4e1f-a156-f1c4546cbf52",
      ]),
    ).toEqual([{ tenants: 1 }]);
  });

  it("is set up anew when its first start was cut off", async () => {
    const { url: postgresUrl } = await testPostgres();
    const broken = await mkdtemp(join(tmpdir(), "tgmem-broken-engine-"));
    onTestFinished(() => rm(broken, { recursive: true }));
    await writeFile(join(broken, "hatchet-migrate"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const name = `test_${Math.floor(Date.now() / 1_000)}_${randomBytes(4).toString("hex")}`;
    const dir = engineFolder(`hatchet_${name}`);
    const [grpcPort = 0, httpPort = 0] = await freePorts(2);
    const options = { name, dir, postgresUrl, grpcPort, httpPort, maxConnections: 15 };
    await expect(startEngine({ ...options, binaries: broken })).rejects.toMatchObject({
      code: "step_failed",
    });
    const whole = await engineBinaries({ env: process.env });
    const second = await startEngine({ ...options, binaries: whole });
    await second.stop({ drop: true });
  });

  it("opens its API to the token", async () => {
    const { HATCHET_CLIENT_API_URL: url, HATCHET_CLIENT_TOKEN: token } = engine.clientEnv;
    const response = await fetch(`${url}/api/v1/tenants/707d0855-80ab-4e1f-a156-f1c4546cbf52`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
  });
});

it("uses the engine that HATCHET_CLIENT_TOKEN opens, and never stops it", async () => {
  vi.stubEnv("HATCHET_CLIENT_TOKEN", "given");
  vi.stubEnv("HATCHET_CLIENT_HOST_PORT", "engine.example:7077");
  onTestFinished(() => void vi.unstubAllEnvs());
  const given = await testEngine();
  expect(given.clientEnv).toMatchObject({
    HATCHET_CLIENT_TOKEN: "given",
    HATCHET_CLIENT_HOST_PORT: "engine.example:7077",
  });
  expect(given).toMatchObject({ missing: false, owned: false });
  await given.stop({ drop: true });
  await expect(given.kill()).rejects.toThrow("unset HATCHET_CLIENT_TOKEN");
});

it("drops what killed tests left two hours ago, and nothing else", () => {
  const hour = 3_600;
  const names = [
    "hatchet_test_1000_ab12cd34",
    `hatchet_test_${1_000 + hour}_ab12cd34`,
    "hatchet_dev",
    "hatchet_test_mine",
    "hatchet",
  ];
  expect(names.filter((name) => isForgotten(name, 1_001 + 2 * hour))).toEqual([
    "hatchet_test_1000_ab12cd34",
  ]);
});
