export { dispatch, type DispatchEvent, type DispatchOptions } from "./dispatch.ts";
