import type { HatchetClient } from "@hatchet-dev/typescript-sdk";
import type { Heartbeats } from "./heartbeats.ts";
import type { Connection } from "./messages.ts";

/**
 * Makes the workers of the client send their heartbeats by `heartbeats`. The SDK itself would start a thread for each of them,
 * and load the whole of itself in every one.
 */
export function shareHeartbeats(client: HatchetClient, heartbeats: Heartbeats): void {
  const { dispatcher } = client;
  const getActionListener = dispatcher.getActionListener.bind(dispatcher);
  dispatcher.getActionListener = async (options) => {
    const listener = await getActionListener(options);
    const { heartbeat, workerId, config } = listener;
    const connection = connectionOf(config);
    Object.assign(heartbeat, {
      start: async () =>
        heartbeats.start(workerId, connection, ({ level, message }) => {
          void heartbeat.logger[level](message);
        }),
      stop: async () => heartbeats.stop(workerId),
    } satisfies Pick<typeof heartbeat, "start" | "stop">);
    return listener;
  };
}

function connectionOf({ host_port, token, tls_config }: HatchetClient["config"]): Connection {
  return {
    address: host_port,
    token,
    tls: {
      strategy: tls_config.tls_strategy ?? "tls",
      rootFile: tls_config.ca_file,
      keyFile: tls_config.key_file,
      certFile: tls_config.cert_file,
      serverName: tls_config.server_name,
    },
  };
}
