import type { Call } from "./call.ts";
import { channelDifference, difference } from "./difference.ts";
import { deleteMessages, dialogs, messages, readChannel, readHistory, users } from "./history.ts";
import { fullChat, participant } from "./rights.ts";
import { edit, send } from "./sending.ts";
import type { World } from "./world.ts";

/** What the server answers to an account that is logged in. */
export const methods: Readonly<Record<string, (call: Call, world: World) => unknown>> = {
  "updates.getState": ({ account }) => account.state(),
  "updates.getDifference": difference,
  "updates.getChannelDifference": channelDifference,
  "users.getUsers": users,
  "messages.getDialogs": dialogs,
  "messages.getMessages": messages,
  "channels.getMessages": messages,
  "channels.getParticipant": participant,
  "messages.getFullChat": fullChat,
  "messages.readHistory": readHistory,
  "channels.readHistory": readChannel,
  "messages.setTyping": () => true,
  "messages.sendMessage": send,
  "messages.sendMedia": send,
  "messages.editMessage": edit,
  "messages.deleteMessages": deleteMessages,
  "channels.deleteMessages": deleteMessages,
  "messages.setBotCallbackAnswer": (call, { buttons }) => buttons.answer(call),
  "bots.setBotCommands": () => true,
  "upload.saveFilePart": ({ request }, { files }) => files.saveFilePart(request),
  "upload.saveBigFilePart": ({ request }, { files }) => files.saveFilePart(request),
  "upload.getFile": ({ request }, { files }) => files.part(request),
  "auth.exportAuthorization": ({ account, login }) => ({
    _: "auth.exportedAuthorization",
    id: BigInt(account.options.id),
    bytes: Buffer.from(login),
  }),
};
