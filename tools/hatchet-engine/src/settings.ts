import { databaseUrl } from "./postgres.ts";
import { engineVersion } from "./version.ts";

/** The ports of an engine. Clients use `grpc` and `http`; the others are its own. */
export interface EnginePorts {
  grpc: number;
  http: number;
  api: number;
  files: number;
  health: number;
}

/** What the environment of the engine's programs is made of. */
export interface EngineSettings {
  /** The folder of what the engine serves instead of a dashboard. */
  staticDir: string;
  database: string;
  postgresUrl: string;
  ports: EnginePorts;
  /** How many connections to Postgres the engine may hold. Its default is 50, which two engines on one small server do not survive. */
  maxConnections: number;
}

/** Makes the environment of the engine's programs, so that they listen on 127.0.0.1 only, without TLS. */
export function serverVariables({
  staticDir,
  database,
  postgresUrl,
  ports,
  maxConnections,
}: EngineSettings): Record<string, string> {
  const url = new URL(databaseUrl(postgresUrl, database));
  if (!url.searchParams.has("sslmode")) url.searchParams.set("sslmode", "disable");
  const grpcAddress = `127.0.0.1:${ports.grpc}`;
  return {
    DATABASE_URL: url.href,
    DATABASE_MAX_CONNS: String(maxConnections),
    DATABASE_LOGGER_LEVEL: "warn",
    SERVER_LOGGER_LEVEL: "warn",
    SERVER_URL: `http://127.0.0.1:${ports.http}`,
    SERVER_PORT: String(ports.api),
    SERVER_HEALTHCHECK_PORT: String(ports.health),
    SERVER_AUTH_COOKIE_DOMAIN: "localhost",
    SERVER_AUTH_COOKIE_INSECURE: "t",
    SERVER_AUTH_SET_EMAIL_VERIFIED: "t",
    SERVER_GRPC_BIND_ADDRESS: "127.0.0.1",
    SERVER_GRPC_PORT: String(ports.grpc),
    SERVER_GRPC_INSECURE: "t",
    SERVER_GRPC_BROADCAST_ADDRESS: grpcAddress,
    SERVER_INTERNAL_CLIENT_INTERNAL_GRPC_BROADCAST_ADDRESS: grpcAddress,
    SERVER_MSGQUEUE_KIND: "postgres",
    SERVER_DEFAULT_ENGINE_VERSION: "V1",
    // A build that names no version counts as legacy, and the SDK's workers then fail now and then.
    SERVER_VERSION_OVERRIDE: engineVersion(),
    // On by default, it calls its vendor at every start.
    SERVER_SECURITY_CHECK_ENABLED: "false",
    SERVER_LIMITS_DEFAULT_TENANT_RETENTION_PERIOD: "168h",
    LITE_STATIC_ASSET_DIR: staticDir,
    LITE_FRONTEND_BASE_PATH: "/",
    LITE_FRONTEND_PORT: String(ports.files),
    LITE_RUNTIME_PORT: String(ports.http),
  };
}
