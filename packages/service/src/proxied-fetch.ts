import * as http from "node:http";
import * as https from "node:https";
import { Readable } from "node:stream";

/** Statuses of an answer that has no body. */
const bodiless: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/**
 * Makes a `fetch` that goes through a proxy for HTTP, which keeps connections open, and follows no redirect. Rejects as `fetch` does: with a
 * `TypeError` whose cause has a system code. No error tells user or password of the proxy.
 */
export function proxiedFetch(proxy: string): typeof fetch {
  const proxyEnv = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
  const agents = {
    http: new http.Agent({ keepAlive: true, proxyEnv }),
    https: new https.Agent({ keepAlive: true, proxyEnv }),
  };

  return async (input, init) => {
    const request = new Request(input, init);
    const body = Buffer.from(await request.arrayBuffer());
    const isSecure = request.url.startsWith("https:");
    const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
    const outgoing = (isSecure ? https : http).request(
      request.url,
      {
        method: request.method,
        headers: { ...Object.fromEntries(request.headers), "content-length": body.length },
        agent: isSecure ? agents.https : agents.http,
        signal: request.signal,
      },
      resolve,
    );
    outgoing.once("error", reject);
    outgoing.end(body);
    const incoming = await promise.catch((cause: unknown) => {
      request.signal.throwIfAborted();
      throw new TypeError("fetch failed", { cause });
    });
    const { statusCode: status = 0 } = incoming;
    if (status === 407) {
      incoming.destroy();
      throw new TypeError("fetch failed", { cause: refused() });
    }
    const headers = new Headers();
    for (const [name, values] of Object.entries(incoming.headersDistinct))
      for (const value of values ?? []) headers.append(name, value);
    if (bodiless.has(status)) {
      incoming.resume();
      return new Response(null, { status, headers });
    }
    return new Response(Readable.toWeb(incoming) as ReadableStream, { status, headers });
  };
}

const refused = () =>
  Object.assign(new Error("The proxy asks for another user or password: look at PROXY."), {
    code: "ERR_PROXY_TUNNEL",
  });
