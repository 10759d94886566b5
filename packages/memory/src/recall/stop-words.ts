import { fold } from "./fold.ts";

const english = `the a an of in to and on for at is was her his their with by she he they it did what when does do has have
  had how who which where are be been i you my me your we our this that so as but or if not im its from about would could can
  will just like really s t d m re ve ll don am were being than then there these those why whom whose us him them ist`;
const german = `der die das ein eine einen einem einer eines und oder aber ich du er sie es wir ihr mich dich mir dir mein meine
  meinen meinem meiner dein deine war waren bin bist sind hat habe haben hatte hast was wann wie wo wer welche welcher welches
  wen wem warum im am an auf aus bei mit nach von zu zum zur fur den dem des nicht auch nur noch ja nein uber`;
const spanish = `el la los las un una unos unas y o pero yo tu mi mis me te se nos que cual cuando como donde quien por para con
  sin en de del al lo le les es son era fue ha he has no si su sus muy ya`;
const french = `le la les un une des et ou mais je tu il elle nous vous ils mon ma mes ton ta tes me te se que quoi quel quelle
  quand comment qui pourquoi dans en de du au aux avec sans sur pour par est sont etait ai as a ont ne pas ce cette ces son sa
  ses`;
const russian = `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня
  еще нет о из ему когда где кто какой какая какие какое какую каких мы мой моя мое мои моего моей моим моих моему твой твоя
  это этот эта для был была были есть ли или про чем ком чего кого`;
const ukrainian = `і й в у не що він на я з із зі як а то всі вона так його але та ти к же ви за би по тільки її мені було від
  мене ще нема о коли де хто який яка які яке яку яких ми мій моя моє мої мого моєї моїм моїх твій твоя це цей ця для був була
  були є чи або про чим ком чого кого`;
const arabic = `في من على الى عن ما ماذا متى اين كيف هل هو هي انا انت كان كانت هذا هذه ذلك التي الذي و او لا لم قد مع لي لك اي كم`;
const hebrew = `של על את אני אתה היא הוא הם מה מתי איפה מי איך למה זה זאת עם גם לא כן היה היתה לי לך שלי שלך או אבל איזה
  איזו כמה`;
/** Pairs of letters, as the terms of Chinese are. */
const chinese = `什么 哪个 哪些 哪里 我们 你们 他们 怎么 时候 我的 你的 他的 的是 是什 是哪 什麼 哪個 我們 怎麼`;

/** Function and question words of nine languages, folded: they say nothing of what is meant. */
export const commonStopWords: ReadonlySet<string> = new Set(
  [english, german, spanish, french, russian, ukrainian, arabic, hebrew, chinese].flatMap((words) =>
    fold(words).trim().split(/\s+/u),
  ),
);
