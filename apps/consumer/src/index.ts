export { dispatch } from "./dispatch.ts";
export { observe } from "./observe.ts";
export { startByLane } from "./start-by-lane.ts";
export { startHere } from "./start-here.ts";
