import type { Unreadable } from "@tgmem/contracts";

/** The answer to a message that finally failed. */
export const apology =
  "Sorry, I could not answer your last message; please send it again in a little while.";

/** The answer to an edit that finally failed. */
export const apologyForEdit =
  "Sorry, I could not take in your edit; please send it as a new message in a little while.";

/** The kinds of messages that the bot cannot read: a name for each, and the answer to one without words. */
export const unreadable: Readonly<
  Record<Unreadable, { readonly name: string; readonly answer: string }>
> = {
  photo: {
    name: "a photo",
    answer: "I cannot see photos; please tell me in words what it shows or what you want to know.",
  },
  video: {
    name: "a video",
    answer: "I cannot watch videos; please tell me in words what it is about.",
  },
  voice: {
    name: "a voice message",
    answer: "I cannot listen to voice messages; please send it to me as text.",
  },
  audio: {
    name: "an audio file",
    answer: "I cannot listen to audio files; please tell me in words what it is about.",
  },
  document: {
    name: "a file",
    answer: "I cannot open files; please send me the part that matters as text.",
  },
  sticker: {
    name: "a sticker",
    answer: "I cannot see stickers; please tell me in words what you mean.",
  },
  location: {
    name: "a location",
    answer: "I cannot read locations; please write me the name of the place or its address.",
  },
  contact: {
    name: "a contact",
    answer: "I cannot read contacts; please write me what I should know as text.",
  },
  poll: {
    name: "a poll",
    answer: "I cannot read polls; please write me the question as text.",
  },
  other: {
    name: "something that cannot be read",
    answer: "I cannot read this kind of message; please send it to me as text.",
  },
};

/** The answer to a command of somebody who does not administrate the group. */
export const administratorsOnly =
  "In a group only an administrator may do that, because it changes what I remember of everybody.";

/** The answer to such a command when Telegram does not say who administrates the group. */
export const administratorUnknown =
  "I could not find out whether you are an administrator of this group; please try again in a little while.";

/** The answer to /help. */
export const help = `I remember what we talk about: the last messages word for word, and older ones as a short summary.

/memory  what I remember of you
/forget  erase everything I remember of you
/help  this list`;
