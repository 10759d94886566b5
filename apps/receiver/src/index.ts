export { listen } from "./listen.ts";
export { observe } from "./observe.ts";
export { newPairingCode } from "./people/pairing.ts";
export { receive } from "./receive.ts";
export { takePlaceScript, takePlaceTwin } from "./waiting/places-script.ts";
export { redisWaitingLimit } from "./waiting/waiting-limit.ts";
