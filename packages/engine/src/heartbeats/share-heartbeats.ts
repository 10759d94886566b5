import type { HatchetClient } from "@hatchet-dev/typescript-sdk";
import type { Heartbeats } from "./heartbeats.ts";
import type { Connection } from "./messages.ts";
import { whileListening } from "./while-listening.ts";

/** A call that has not failed by then stands. */
const standsAfterMs = 1_000;
/** The SDK itself would pause for so long twice between two tries: an engine that was restarted has long been back. */
const retryMs = 1_000;

/**
 * Makes the workers of the client send their heartbeats by `heartbeats`, and only while they listen. The SDK itself would start
 * a thread for each of them, load the whole of itself in every one, and go on when nobody listens: to an engine that was
 * restarted the heartbeats come through seconds before the worker listens again, and the runs that it assigns meanwhile are
 * never heard of; they hang until their time is over.
 */
export function shareHeartbeats(client: HatchetClient, heartbeats: Heartbeats): void {
  const { dispatcher } = client;
  const getActionListener = dispatcher.getActionListener.bind(dispatcher);
  dispatcher.getActionListener = async (options) => {
    const listener = await getActionListener(options);
    const { heartbeat, workerId, config } = listener;
    const connection = connectionOf(config);
    const beats = {
      start: () =>
        heartbeats.start(workerId, connection, ({ level, message }) => {
          void heartbeat.logger[level](message);
        }),
      stop: () => heartbeats.stop(workerId),
    };
    Object.assign(heartbeat, {
      start: async () => {},
      stop: async () => beats.stop(),
    } satisfies Pick<typeof heartbeat, "start" | "stop">);

    const getListenClient = listener.getListenClient.bind(listener);
    let afterMs = 0;
    listener.retryInterval = retryMs;
    listener.getListenClient = async () => {
      const actions = whileListening(await getListenClient(), beats, { afterMs });
      afterMs = standsAfterMs;
      return actions;
    };
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
