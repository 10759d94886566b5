import { ConnectionTCPMTProxyAbridged } from "telegram/network/connection/TCPMTProxy.js";
import type { TelegramProxy } from "./options.ts";

/** What the client of GramJS takes for a proxy. */
export function throughProxy(
  proxy: TelegramProxy,
  { connectTimeoutMs }: { readonly connectTimeoutMs: number },
) {
  const { host: ip, port } = proxy;
  if (proxy.type === "mtproxy")
    return {
      connection: ConnectionTCPMTProxyAbridged,
      proxy: { ip, port, secret: proxy.secret, MTProxy: true as const },
    };
  const { username, password } = proxy;
  const timeout = connectTimeoutMs / 1_000;
  return {
    proxy: {
      ip,
      port,
      socksType: 5 as const,
      timeout,
      ...(username !== undefined && { username, password: password ?? "" }),
    },
  };
}

/** An error that says which proxy is in trouble. The one below holds user and password of the proxy. */
export const proxyFailed = ({ host, port }: TelegramProxy, error: unknown): Error =>
  new Error(
    `The proxy ${host}:${port} gives no connection: ${error instanceof Error ? error.message : "unknown failure"}`,
  );
