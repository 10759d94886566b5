import { UpdateConnectionState } from "telegram/network/index.js";

/** Hears the states of a connection, and calls back when it is up again after it was down. */
export function reconnectDetector(callBack: () => void): (state: UpdateConnectionState) => void {
  let wasDown = false;
  return ({ state }) => {
    if (state === UpdateConnectionState.disconnected) wasDown = true;
    // It says "connected" with every keep-alive.
    else if (state === UpdateConnectionState.connected && wasDown) {
      wasDown = false;
      callBack();
    }
  };
}
