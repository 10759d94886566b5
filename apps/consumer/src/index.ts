export { dispatch } from "./dispatch.ts";
export { observe } from "./observe.ts";
export { startByLane } from "./start-by-lane.ts";
export { dispatchedHere, startHere } from "./start-here.ts";
