import { isCommandLane, type JobRef } from "@tgmem/contracts";
import type { Start } from "@tgmem/engine";

export interface StartByLaneOptions {
  readonly messages: Start;
  readonly commands: Start;
  /** Says whether somebody works on the workflow of commands, as far as it is known. @default somebody always does */
  readonly hasCommands?: () => boolean;
}

/**
 * Starts commands in a workflow with slots of its own, and messages in theirs. Where no worker knows that of the commands,
 * because it is of an older release, they go with the messages.
 */
export const startByLane =
  ({ messages, commands, hasCommands = () => true }: StartByLaneOptions): Start =>
  async (refs) => {
    const ofCommands = hasCommands() ? refs.filter(isCommand) : [];
    const others = ofCommands.length > 0 ? refs.filter((ref) => !isCommand(ref)) : refs;
    const outcomes = await Promise.all([
      ofCommands.length > 0 ? commands(ofCommands) : none,
      others.length > 0 ? messages(others) : none,
    ]);
    return {
      started: outcomes.reduce((sum, { started }) => sum + started, 0),
      alive: outcomes.reduce((sum, { alive }) => sum + alive, 0),
    };
  };

const none = { started: 0, alive: 0 };
const isCommand = ({ lane }: JobRef): boolean => isCommandLane(lane);
