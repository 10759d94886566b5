// servers of one process
export { dieWithUs } from "./die-with-us.ts";
export { freePort, freePorts } from "./ports.ts";
