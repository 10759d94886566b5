import type { Unreadable } from "@tgmem/contracts";

/** The bot's character. It stays the same from call to call, so that providers can cache it. */
export const systemPrompt = `You are a friendly assistant in a Telegram chat, and you remember the person you talk to.
Answer in the language of the person's last message, plainly and briefly; use short Markdown only where it helps.
Use what you remember when it matters, without announcing it. If you do not know something, say so.`;

/** Sent when a message finally failed. */
export const apology =
  "Sorry, I could not answer your last message; please send it again in a little while.";

/** Sent when an edited message finally failed. */
export const apologyForEdit =
  "Sorry, I could not take in your edit; please send it as a new message in a little while.";

/** What the bot cannot read: its name, and what is answered to it when no words came with it. */
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

export const help = `I remember what we talk about: the last messages word for word, and older ones as a short summary.

/memory  what I remember of you
/forget  erase everything I remember of you
/help  this list`;
