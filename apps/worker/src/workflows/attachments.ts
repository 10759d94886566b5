import type { Unreadable } from "@tgmem/contracts";

/** What the model is told, and what is remembered, of something that the bot cannot read. */
export const attachments: Readonly<Record<Unreadable, string>> = {
  photo: "a photo",
  video: "a video",
  voice: "a voice message",
  audio: "an audio file",
  document: "a file",
  sticker: "a sticker",
  location: "a location",
  contact: "a contact",
  poll: "a poll",
  other: "something that cannot be read",
};
