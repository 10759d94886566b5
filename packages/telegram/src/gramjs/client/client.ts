import { Logger, TelegramClient } from "telegram";
import { PromisedNetSockets } from "telegram/extensions/index.js";
import { LogLevel } from "telegram/extensions/Logger.js";
import { ConnectionMonitor } from "./connection-monitor.ts";
import { tookLonger, withDeadline } from "../../deadline.ts";
import { proxyFailed, throughProxy } from "./proxy.ts";
import type { ServerAddress, TelegramOptions, TelegramProxy } from "./options.ts";
import type { FileSession } from "../session/file-session.ts";
import { useNativeLongs } from "./native-longs.ts";
import { throttle } from "./throttle.ts";
import { trust } from "./server-key.ts";
import { waitsOf } from "./waits.ts";

/** The client of GramJS, and what it does not tell itself. */
export interface Client {
  readonly api: TelegramClient;
  readonly connection: ConnectionMonitor;
  /** Hangs up for good. */
  readonly destroy: () => Promise<void>;
}

const hangUpMs = 2_000;

/** Makes a client, and corrects every default that hangs, lies or prints; each line has its reason. */
export function createClient(options: TelegramOptions, session: FileSession): Client {
  useNativeLongs();
  if (options.server) trust(options.server);
  let destroyed = false;
  const connection = new ConnectionMonitor();
  const { connectTimeoutMs, reconnectDelayMs } = waitsOf(options);
  const tell = throttle((message) => {
    if (!destroyed) options.onEvent?.({ type: "client", message });
  });
  const api = new TelegramClient(session, options.apiId, options.apiHash, {
    // With a finite number it never reconnects, and calls hang although the server is back.
    connectionRetries: Infinity,
    retryDelay: reconnectDelayMs,
    requestRetries: 3,
    // Otherwise a call sleeps silently for up to five minutes; here the job waits, and not the other chats.
    floodSleepThreshold: 0,
    // Documented as on, really off.
    securityChecks: true,
    deviceModel: options.device ?? "tgmem",
    systemVersion: `Node ${process.versions.node}`,
    appVersion: "1.0",
    baseLogger: new LogBridge(tell),
    ...(options.proxy && throughProxy(options.proxy, { connectTimeoutMs })),
    networkSocket: socketClass({
      server: options.server,
      proxy: options.proxy,
      connectTimeoutMs,
      onTry: () => connection.tries(),
      isOpen: () => !destroyed,
    }),
  });
  connection.follow(api);
  api.onError = async (error) => tell(error.message.split("\n", 1).join());
  // The default parser corrupts texts.
  api.setParseMode(undefined);
  return {
    api,
    connection,
    async destroy() {
      destroyed = true;
      // A reconnect that is under way has no other end.
      const sender: unknown = api["_sender"];
      if (typeof sender === "object") Object.assign(sender ?? {}, { _retries: 0 });
      await withDeadline(api.destroy(), {
        ms: hangUpMs,
        late: tookLonger("Hanging up", hangUpMs),
      }).catch(() => {});
    },
  };
}

/** Passes on what matters. Below that, the client prints bodies of messages. */
class LogBridge extends Logger {
  readonly #tell: (message: string) => void;
  constructor(tell: (message: string) => void) {
    super();
    this.#tell = tell;
  }

  // Where this says yes, the client prints whole errors to the console.
  override canSend(): boolean {
    return false;
  }

  override _log(level: LogLevel, message: string): void {
    if (level === LogLevel.ERROR || level === LogLevel.WARN) this.#tell(message);
  }
}

/** The client has no time-out of its own while it connects, and connects again after it was destroyed. */
function socketClass({
  server,
  proxy,
  connectTimeoutMs,
  onTry,
  isOpen,
}: {
  readonly server: ServerAddress | undefined;
  readonly proxy: TelegramProxy | undefined;
  readonly connectTimeoutMs: number;
  readonly onTry: () => void;
  readonly isOpen: () => boolean;
}) {
  return class extends PromisedNetSockets {
    override async connect(port: number, ip: string): Promise<this> {
      if (!isOpen()) throw new Error("closed");
      onTry();
      try {
        // With an MTProxy the client asks for the proxy itself.
        const to = proxy?.type === "mtproxy" ? undefined : server;
        await withDeadline(super.connect(to?.port ?? port, to?.host ?? ip), {
          ms: connectTimeoutMs,
          late: tookLonger("Connecting", connectTimeoutMs),
        });
      } catch (error) {
        await this.close();
        throw proxy ? proxyFailed(proxy, error) : error;
      }
      return this;
    }
  };
}
