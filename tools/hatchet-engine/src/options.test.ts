import { expect, it } from "vitest";
import { help, readOptions } from "./options.ts";

it("runs an engine called dev on the usual ports when nothing is said", () => {
  expect(readOptions([], {})).toMatchObject({
    name: "dev",
    grpcPort: 7077,
    httpPort: 8888,
    fresh: false,
    postgresUrl: "postgresql://postgres@127.0.0.1:5432",
  });
});

it("takes Postgres from --postgres, then from PG_ADMIN_URL", () => {
  const env = { PG_ADMIN_URL: "postgresql://a@db:1" };
  expect(readOptions([], env).postgresUrl).toBe("postgresql://a@db:1");
  expect(readOptions(["--postgres", "postgres://b@db:2"], env).postgresUrl).toBe(
    "postgres://b@db:2",
  );
});

it("keeps each engine's files in a folder of its name", () => {
  expect(readOptions(["--", "--name", "other"], {}).dir).toMatch(/\.data\/engine\/other$/);
});

it.each([
  [["--grpc-port", "none"], "--grpc-port"],
  [["--http-port", "70000"], "--http-port"],
  [["--postgres", "mysql://x"], "postgresql://user@host:5432"],
  [["--postgres", "postgresql://secret-password@"], "postgresql://user@host:5432"],
  [["--name", "../up"], "name"],
  [["--unknown"], "--unknown"],
])("refuses %j and says what it expects", (args, expected) => {
  expect(() => readOptions(args, {})).toThrow(
    expect.objectContaining({
      code: "invalid_argument",
      message: expect.stringContaining(expected),
    }),
  );
});

it("never repeats a Postgres URL in an error: it may hold a password", () => {
  expect(() => readOptions(["--postgres", "mysql://u:secret@x"], {})).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining("secret") }),
  );
});

it("describes every option", () => {
  for (const option of [
    "--name",
    "--grpc-port",
    "--http-port",
    "--postgres",
    "--fresh",
    "--build",
    "--help",
  ])
    expect(help).toContain(option);
});
