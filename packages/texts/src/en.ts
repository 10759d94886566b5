import type { Texts } from "./texts.ts";

export const en: Texts = {
  commands: {
    help: "what I understand",
    stop: "end the answer that I am writing",
    memory: "what I remember",
    forget: "erase everything I remember",
    undo: "erase the last message and its answer",
    pause: "talk off the record",
    resume: "remember again",
    export: "everything I remember, as data",
    model: "which model answers here",
  },
  hello: "Hello!",
  intro:
    "I remember what we talk about: the last messages word for word, and older ones as a short summary.",
  unknownCommand: "I do not know that command.",
  apology: "Sorry, I could not answer your last message; please send it again in a little while.",
  apologyForEdit:
    "Sorry, I could not take in your edit; please send it as a new message in a little while.",
  late: "This is taking longer than usual. I have your message and will answer as soon as I can.",
  lateWithoutCredit:
    "I have your message, but the credit for my answers is used up: my operator has to top it up. I will answer as soon as that is done.",
  lateForOperator:
    "I have your message, but I cannot answer right now: my operator has to look at this. I will answer as soon as that is done.",
  away: "I was away for a while and cannot answer older messages any more; please send me again what still matters.",
  refused: "The service that writes my answers declines to answer this message.",
  noAnswer: "I found no answer to your last message; please put it in other words.",
  misconfigured: "I cannot answer this message: my operator has to look at this.",
  overLimit: "You have reached the limit for today; I will be glad to go on tomorrow.",
  tooMany:
    "You have sent more than I can answer at once, so I have left out what came last; please wait for my answers and then send it again.",
  unreadable: {
    photo: "I cannot see photos; please tell me in words what it shows or what you want to know.",
    video: "I cannot watch videos; please tell me in words what it is about.",
    voice: "I cannot listen to voice messages; please send it to me as text.",
    audio: "I cannot listen to audio files; please tell me in words what it is about.",
    document: "I cannot open files; please send me the part that matters as text.",
    sticker: "I cannot see stickers; please tell me in words what you mean.",
    location: "I cannot read locations; please write me the name of the place or its address.",
    contact: "I cannot read contacts; please write me what I should know as text.",
    poll: "I cannot read polls; please write me the question as text.",
    other: "I cannot read this kind of message; please send it to me as text.",
  },
  tooLong: "Your message is too long for me; please send it in smaller parts.",
  nothingRemembered: "I remember nothing yet.",
  summary: "Summary of what we talked about:",
  lastTurns: "The last messages:",
  you: "You",
  me: "I",
  forgotten: "Done: I have forgotten everything.",
  forgottenSoon:
    "I have forgotten our conversation. The long-term summary cannot be reached right now; it will be erased as soon as it can.",
  forgottenWaiting: "I will not answer the messages that were still waiting: they are erased, too.",
  exported: "Everything I remember:",
  exportedNewest:
    "What I remember, without the oldest messages, which are too many for a chat; my operator can export all of it:",
  undone: "Done: I have forgotten the last message and its answer.",
  undoneButSummarized:
    "I have forgotten the last message and its answer, but my summary already tells of it; /forget erases that, too.",
  nothingToUndo: "There is no message that I could forget.",
  paused: "I remember nothing of what is said from now on, until /resume.",
  resumed: "I remember again what is said from now on.",
  stop: {
    stopped: "Stopped.",
    nothing: "I am not writing anything right now.",
    not_yours: "In a group only whoever asked, or an administrator, may stop my answer.",
  },
  newcomer: {
    asked:
      "I do not know you yet: I have asked my operator whether I may talk to you, and will tell you when I may.",
    admitted: "My operator lets me talk to you now; please send me again what you wanted to say.",
    paired: "You are my operator now: I will ask you about everybody new.",
  },
  administratorsOnly:
    "In a group only an administrator may do that, because it concerns everybody.",
  administratorUnknown:
    "I could not find out whether you are an administrator of this group; please try again in a little while.",
  sources: "Sources:",
  models: {
    now: "The model that answers here:",
    usual: "the usual one",
    offered:
      "Send /model with a number or a name to choose another one, or /model default for the usual one:",
    chosen: "From now on this model answers here:",
    reset: "From now on the usual model answers here.",
    unknown: "I know no model of that name.",
    gone: "The model that was chosen here is not offered any more, so the usual one answers; /model shows the others.",
  },
};
