import { expect, it } from "vitest";
import { serverVariables } from "./settings.ts";
import { engineVersion } from "./version.ts";

const settings = {
  staticDir: "/data/static",
  database: "hatchet_a",
  ports: { grpc: 1, http: 2, api: 3, files: 4, health: 5 },
  postgresUrl: "postgresql://u@db:5432",
  maxConnections: 7,
};

it("gives the engine its own database, and TLS to it only when asked", () => {
  expect(serverVariables(settings)["DATABASE_URL"]).toBe(
    "postgresql://u@db:5432/hatchet_a?sslmode=disable",
  );
  expect(
    serverVariables({ ...settings, postgresUrl: "postgresql://u@db/postgres?sslmode=require" })[
      "DATABASE_URL"
    ],
  ).toBe("postgresql://u@db/hatchet_a?sslmode=require");
});

it("tells clients the address it listens on, and its real version", () => {
  expect(serverVariables(settings)).toMatchObject({
    SERVER_GRPC_BIND_ADDRESS: "127.0.0.1",
    SERVER_GRPC_PORT: "1",
    SERVER_GRPC_BROADCAST_ADDRESS: "127.0.0.1:1",
    SERVER_INTERNAL_CLIENT_INTERNAL_GRPC_BROADCAST_ADDRESS: "127.0.0.1:1",
    SERVER_URL: "http://127.0.0.1:2",
    SERVER_VERSION_OVERRIDE: engineVersion(),
    SERVER_SECURITY_CHECK_ENABLED: "false",
  });
});

it("uses every port once", () => {
  const env = serverVariables(settings);
  const names = [
    "SERVER_GRPC_PORT",
    "LITE_RUNTIME_PORT",
    "SERVER_PORT",
    "LITE_FRONTEND_PORT",
    "SERVER_HEALTHCHECK_PORT",
  ];
  expect(names.map((name) => env[name])).toEqual(["1", "2", "3", "4", "5"]);
});
