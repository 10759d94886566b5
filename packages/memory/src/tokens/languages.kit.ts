/** What people write to a bot, in the languages and the forms in which its tokens are counted. */
export const samples: Readonly<Record<string, string>> = {
  English: `On the morning of that day we went down to the harbour and looked at the boats. My sister had brought
bread and cheese, and we talked about her new job at the hospital, where she works nights since October. Could you
help me write a short letter to her boss? She'd like to have the second week of December off, because our parents
celebrate their fortieth wedding anniversary. It shouldn't sound too formal, they know each other well!`,
  Russian: `Вчера мы ездили к бабушке на дачу и весь день собирали яблоки. Погода была тёплая, хотя уже середина октября.
Подскажи, пожалуйста, как лучше хранить их зимой: в подвале или на балконе? И ещё вопрос: моей дочке шесть лет, она очень хочет
научиться играть на скрипке, но учительница говорит, что лучше подождать до семи. Что ты об этом думаешь?`,
  Ukrainian: `Учора ми їздили до бабусі на дачу й цілий день збирали яблука. Погода була тепла, хоча вже середина жовтня.
Підкажи, будь ласка, як краще зберігати їх узимку: у підвалі чи на балконі? І ще запитання: моїй доньці шість років, вона дуже хоче
навчитися грати на скрипці, але вчителька каже, що краще зачекати до семи. Що ти про це думаєш?`,
  Spanish: `Ayer fuimos a la casa de mi abuela y pasamos todo el día recogiendo manzanas. Hacía buen tiempo, aunque ya
estamos a mediados de octubre. ¿Me puedes decir cómo se guardan mejor durante el invierno, en el sótano o en el balcón? Otra
pregunta: mi hija tiene seis años y quiere aprender a tocar el violín, pero la profesora dice que es mejor esperar hasta los siete.`,
  German: `Gestern waren wir bei meiner Großmutter auf dem Land und haben den ganzen Tag Äpfel gepflückt. Das Wetter war schön,
obwohl schon Mitte Oktober ist. Kannst du mir sagen, wie man sie über den Winter am besten aufbewahrt, im Keller oder auf dem Balkon?
Noch eine Frage: Meine Tochter ist sechs Jahre alt und möchte unbedingt Geige lernen, aber ihre Lehrerin würde lieber noch warten.`,
  Arabic: `ذهبنا أمس إلى بيت جدتي في الريف وقضينا اليوم كله في قطف التفاح. كان الجو دافئاً مع أننا في منتصف أكتوبر. هل يمكنك
أن تخبرني كيف نحفظه في الشتاء، في القبو أم في الشرفة؟ وعندي سؤال آخر: ابنتي عمرها ست سنوات وتريد أن تتعلم العزف على الكمان، لكن
المعلمة تقول إن من الأفضل أن تنتظر حتى تبلغ السابعة. ما رأيك في ذلك؟`,
  Chinese: `昨天我们去乡下看奶奶，整整一天都在摘苹果。虽然已经是十月中旬，天气还是很暖和。你能告诉我冬天怎么保存比较好吗？放在地下室还是放在阳台上？
还有一个问题：我女儿六岁了，她很想学小提琴，但是老师说最好等到七岁再开始。你觉得怎么样？另外请帮我写一封短信给她的老师。`,
  Japanese: `昨日は田舎の祖母の家に行って、一日中りんごを摘んでいました。もう十月の半ばなのに、とても暖かい日でした。冬の間はどこに置いておくのが一番いいですか。
地下室でしょうか、それともベランダでしょうか。もう一つ質問があります。娘は六歳で、バイオリンを習いたがっていますが、先生は七歳まで待ったほうがいいと言っています。`,
  code: `export async function retry<T>(work: () => Promise<T>, { times = 5, waitMs = 1_000 } = {}): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= times || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs * 2 ** (attempt - 1)));
    }
  }
}
const rows = await db.query("SELECT id, name FROM users WHERE created_at > $1 ORDER BY id LIMIT 100", [since]);`,
  JSON: `{"id":"tg:175928847:1300000000000000001","from":{"id":175928847,"name":"Anna"},"items":[{"sku":"A-1029","qty":3,"price":19.9},
{"sku":"B-7741","qty":1,"price":104.5}],"total":164.2,"paid":true,"at":"2026-11-27T14:05:11.204Z"}`,
};
