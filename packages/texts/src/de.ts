import type { Texts } from "./texts.ts";

export const de: Texts = {
  commands: {
    help: "was ich verstehe",
    stop: "die Antwort beenden, die ich gerade schreibe",
    memory: "woran ich mich erinnere",
    forget: "alles löschen, woran ich mich erinnere",
    undo: "die letzte Nachricht samt Antwort löschen",
    pause: "reden, ohne dass ich es mir merke",
    resume: "mir wieder etwas merken",
    export: "alles, woran ich mich erinnere, als Daten",
    model: "welches Modell hier antwortet",
  },
  hello: "Hallo!",
  intro:
    "Ich erinnere mich an unsere Gespräche: an die letzten Nachrichten wörtlich, an ältere als kurze Zusammenfassung.",
  unknownCommand: "Diesen Befehl kenne ich nicht.",
  apology:
    "Entschuldigung, ich konnte deine letzte Nachricht nicht beantworten; bitte schick sie in einer Weile noch einmal.",
  apologyForEdit:
    "Entschuldigung, ich konnte deine Änderung nicht übernehmen; bitte schick sie in einer Weile als neue Nachricht.",
  late: "Das dauert länger als sonst. Ich habe deine Nachricht und antworte, sobald ich kann.",
  lateWithoutCredit:
    "Ich habe deine Nachricht, aber das Guthaben für meine Antworten ist aufgebraucht: Mein Betreiber muss es aufladen. Ich antworte, sobald das getan ist.",
  lateForOperator:
    "Ich habe deine Nachricht, kann aber gerade nicht antworten: Mein Betreiber muss sich das ansehen. Ich antworte, sobald das behoben ist.",
  away: "Ich war eine Weile weg und kann ältere Nachrichten nicht mehr beantworten; bitte schick mir noch einmal, was noch wichtig ist.",
  refused:
    "Der Dienst, der meine Antworten schreibt, lehnt es ab, auf diese Nachricht zu antworten.",
  noAnswer:
    "Auf deine letzte Nachricht habe ich keine Antwort gefunden; bitte sag es mit anderen Worten.",
  misconfigured:
    "Auf diese Nachricht kann ich nicht antworten: Mein Betreiber muss sich das ansehen.",
  overLimit: "Für heute ist die Grenze erreicht; morgen mache ich gern weiter.",
  tooMany:
    "Du hast mehr geschickt, als ich auf einmal beantworten kann, deshalb habe ich das Letzte ausgelassen; bitte warte meine Antworten ab und schick es dann noch einmal.",
  unreadable: {
    photo:
      "Fotos kann ich nicht sehen; bitte sag mir in Worten, was darauf ist oder was du wissen willst.",
    video: "Videos kann ich nicht ansehen; bitte sag mir in Worten, worum es geht.",
    voice: "Sprachnachrichten kann ich nicht hören; bitte schick sie mir als Text.",
    audio: "Audiodateien kann ich nicht hören; bitte sag mir in Worten, worum es geht.",
    document: "Dateien kann ich nicht öffnen; bitte schick mir das Wichtige als Text.",
    sticker: "Sticker kann ich nicht sehen; bitte sag mir in Worten, was du meinst.",
    location:
      "Standorte kann ich nicht lesen; bitte schreib mir den Namen des Ortes oder die Adresse.",
    contact: "Kontakte kann ich nicht lesen; bitte schreib mir als Text, was ich wissen soll.",
    poll: "Umfragen kann ich nicht lesen; bitte schreib mir die Frage als Text.",
    other: "Solche Nachrichten kann ich nicht lesen; bitte schick sie mir als Text.",
  },
  tooLong: "Deine Nachricht ist zu lang für mich; bitte schick sie in kleineren Teilen.",
  nothingRemembered: "Ich erinnere mich noch an nichts.",
  summary: "Zusammenfassung unserer Gespräche:",
  lastTurns: "Die letzten Nachrichten:",
  you: "Du",
  me: "Ich",
  forgotten: "Erledigt: Ich habe alles vergessen.",
  forgottenSoon:
    "Ich habe unser Gespräch vergessen. Die langfristige Zusammenfassung ist gerade nicht erreichbar; sie wird gelöscht, sobald es geht.",
  forgottenWaiting:
    "Die Nachrichten, die noch warteten, beantworte ich nicht mehr: Auch sie sind gelöscht.",
  exported: "Alles, woran ich mich erinnere:",
  exportedNewest:
    "Woran ich mich erinnere, ohne die ältesten Nachrichten, die für einen Chat zu viele sind; mein Betreiber kann alles exportieren:",
  undone: "Erledigt: Ich habe die letzte Nachricht samt Antwort vergessen.",
  undoneButSummarized:
    "Ich habe die letzte Nachricht samt Antwort vergessen, aber meine Zusammenfassung erzählt schon davon; /forget löscht auch die.",
  nothingToUndo: "Es gibt keine Nachricht, die ich vergessen könnte.",
  paused: "Von jetzt an merke ich mir nichts, bis /resume.",
  resumed: "Von jetzt an merke ich mir wieder, was gesagt wird.",
  stop: {
    stopped: "Ich habe aufgehört.",
    nothing: "Ich schreibe gerade nichts.",
    not_yours:
      "In einer Gruppe darf meine Antwort nur stoppen, wer gefragt hat, oder ein Administrator.",
  },
  newcomer: {
    asked:
      "Ich kenne dich noch nicht: Ich habe meinen Betreiber gefragt, ob ich mit dir reden darf, und sage dir Bescheid, sobald ich darf.",
    admitted:
      "Mein Betreiber lässt mich jetzt mit dir reden; bitte schick mir noch einmal, was du sagen wolltest.",
    paired: "Du bist jetzt mein Betreiber: Ich frage dich nach allen, die neu sind.",
  },
  administratorsOnly: "In einer Gruppe darf das nur ein Administrator, denn es betrifft alle.",
  administratorUnknown:
    "Ich konnte nicht herausfinden, ob du Administrator dieser Gruppe bist; bitte versuch es in einer Weile noch einmal.",
  sources: "Quellen:",
  models: {
    now: "Hier antwortet dieses Modell:",
    usual: "das übliche",
    offered:
      "Schick /model mit einer Nummer oder einem Namen, um ein anderes zu wählen, oder /model default für das übliche:",
    chosen: "Von jetzt an antwortet hier dieses Modell:",
    reset: "Von jetzt an antwortet hier wieder das übliche Modell.",
    unknown: "Ein Modell mit diesem Namen kenne ich nicht.",
    gone: "Das hier gewählte Modell gibt es nicht mehr, deshalb antwortet das übliche; /model zeigt die anderen.",
  },
};
