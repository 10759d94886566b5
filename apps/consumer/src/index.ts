export { consume, type ConsumeEvent, type ConsumeOptions } from "./consume.ts";
