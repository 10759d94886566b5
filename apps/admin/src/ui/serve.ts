import { once } from "node:events";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { createApp } from "./app.ts";
import { newSecrets } from "./security/secrets.ts";
import type { Ui } from "./ui.ts";

export interface ServeOptions {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
}

/** A page that is served. */
export interface ServedUi {
  /** The address with its key: who has it may see and change everything. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page until it is closed. Rejects when the port is taken. */
export async function serveUi(
  deps: Omit<Ui, "form">,
  { host, port }: ServeOptions,
): Promise<ServedUi> {
  const secrets = newSecrets();
  const server = createAdaptorServer({ fetch: createApp(deps, secrets).fetch });
  await listening(server, host, port);
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The page is served by no port.");
  const name = address.family === "IPv6" ? "[::1]" : "127.0.0.1";
  return {
    url: `http://${name}:${address.port}/?token=${secrets.token}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      // A browser keeps its connections, and nothing that it asked for takes longer than a page.
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    },
  };
}

async function listening(server: ServerType, host: string, port: number): Promise<void> {
  server.listen(port, host);
  await once(server, "listening").catch((cause: unknown) => {
    const why = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    throw new Error(`Cannot listen on ${host}:${port} (${why}): give another one by --port.`, {
      cause,
    });
  });
}
