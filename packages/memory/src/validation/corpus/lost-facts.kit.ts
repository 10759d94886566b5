/** A summary so far, honest rewritings of it that drop what is closed, and texts that lost what they must not lose. */
export interface LostFactsCorpus {
  readonly language: string;
  readonly previous: string;
  readonly condensed: readonly string[];
  readonly lost: readonly string[];
}

export const lostFacts: readonly LostFactsCorpus[] = [
  {
    language: "en",
    previous:
      "Anna, 34, lives in Lisbon and works as a nurse at Hospital Santa Maria. She is allergic to peanuts. She plays the cello and has a cat called Miso. Her brother Rui studies in Coimbra. On 3 November she asked how to descale a kettle; that is settled. Open: the exam on 14 January and a trip to Porto on 12 December.",
    condensed: [
      "Anna (34) is a nurse at Hospital Santa Maria in Lisbon with a peanut allergy. She has a cat, Miso, and plays the cello; her brother Rui is a student in Coimbra. Open: exam on 14 January, trip to Porto on 12 December. She now learns to swim.",
      "Nurse Anna, 34, from Lisbon (Hospital Santa Maria) must not eat peanuts. Cello, cat Miso, brother Rui in Coimbra. She travels to Porto on 12 December and sits her exam on 14 January.",
    ],
    lost: [
      "Anna, 34, lives in Lisbon and works as a nurse at Hospital Santa Maria. She plays the cello and has a cat called Miso. Her brother Rui studies in Coimbra. Open: the exam on 14 January and a trip to Porto on 12 December.",
      "Anna talked about her days, how she feels about work and the weather, and what she would like to do in the coming weeks. She enjoys good conversations, and is looking forward to the winter and to the time with her family and friends.",
      "Anna works as a nurse. She likes her work, which is hard at times, and she wants to rest more at the weekends.",
      "Anna, 34, lives in Lisbon. She is allergic to peanuts. She is happy with her life and would like to go on like this for a long time.",
    ],
  },
  {
    language: "de",
    previous:
      "Jonas, 34, wohnt in Leipzig und arbeitet als Elektriker bei den Stadtwerken. Er ist gegen Nüsse allergisch. Er spielt Handball und baut einen Schuppen für 4000 Euro. Seine Frau Katrin stammt aus Görlitz, die Tochter heißt Mia. Am 3. November fragte er nach einer Glühbirne; das ist erledigt. Offen: Anmeldung bis 15. Januar, Meisterprüfung am 3. März.",
    condensed: [
      "Jonas (34), Elektriker bei den Stadtwerken Leipzig, hat eine Nussallergie. Er spielt Handball, baut für 4000 Euro einen Schuppen, ist mit Katrin aus Görlitz verheiratet und hat eine Tochter, Mia. Offen: Anmeldung zum 15. Januar, Meisterprüfung am 3. März. Neuerdings lernt er Gitarre.",
      "Elektriker aus Leipzig (Stadtwerke), Jonas, 34, verträgt keine Nüsse. Handball, Schuppen (4000 Euro), Frau Katrin aus Görlitz, Tochter Mia. Bis 15. Januar meldet er sich zur Meisterprüfung am 3. März an.",
    ],
    lost: [
      "Jonas, 34, wohnt in Leipzig und arbeitet als Elektriker bei den Stadtwerken. Er spielt Handball und baut einen Schuppen für 4000 Euro. Seine Frau Katrin stammt aus Görlitz, die Tochter heißt Mia. Offen: Anmeldung bis 15. Januar, Meisterprüfung am 3. März.",
      "Jonas sprach über seinen Alltag, über das Wetter und darüber, wie es ihm bei der Arbeit geht. Er unterhält sich gern, freut sich auf den Winter und möchte mehr Zeit mit seiner Familie und mit Freunden verbringen, wenn es die Umstände erlauben.",
      "Jonas arbeitet als Elektriker. Die Arbeit gefällt ihm, auch wenn sie manchmal anstrengend ist, und er will sich mehr erholen.",
      "Jonas, 34, wohnt in Leipzig. Er ist gegen Nüsse allergisch. Er ist mit seinem Leben zufrieden und möchte so weitermachen.",
    ],
  },
  {
    language: "ru",
    previous:
      "Марина, 41 год, живёт в Казани и преподаёт физику в школе №12. У неё аллергия на пенициллин. Она вяжет и любит детективы. Муж Тимур работает в Иннополисе, сын Артём учится в 5 классе. 3 ноября спрашивала про накипь в чайнике, вопрос закрыт. Открыто: экзамен 20 мая, поездка в Стамбул 7 июня.",
    condensed: [
      "Марина (41) — учительница физики в казанской школе №12, не переносит пенициллин. Вяжет, читает детективы. Муж — Тимур (Иннополис), сын Артём, 5 класс. Впереди экзамен 20 мая и Стамбул 7 июня. Начала учиться плавать.",
      "Марина, 41 год, из Казани, учитель физики (школа №12). Аллергия: пенициллин. Увлечения: вязание, детективы. Семья: Тимур из Иннополиса и Артём (5 класс). Открыто: 20 мая экзамен, 7 июня Стамбул.",
    ],
    lost: [
      "Марина, 41 год, живёт в Казани и преподаёт физику в школе №12. Она вяжет и любит детективы. Муж Тимур работает в Иннополисе, сын Артём учится в 5 классе. Открыто: экзамен 20 мая, поездка в Стамбул 7 июня.",
      "Марина рассказывала о своих буднях, о погоде и о том, как она себя чувствует. Она любит хорошие разговоры, ждёт зимы и хотела бы проводить больше времени с семьёй и друзьями, если позволят обстоятельства.",
      "Марина преподаёт в школе. Работа ей нравится, хотя иногда утомляет, и она хочет больше отдыхать.",
      "Марина, 41 год, живёт в Казани. У неё аллергия на пенициллин. Она довольна своей жизнью и хотела бы продолжать так же.",
    ],
  },
  {
    language: "uk",
    previous:
      "Олена, 29 років, живе у Львові й працює бухгалтеркою в «Новій Пошті». Має алергію на горіхи. Вона ліпить кераміку й любить гори. Чоловік Тарас — програміст із Тернополя, донька Соломія ходить у садок. 3 листопада питала про накип у чайнику, питання закрите. Відкрито: звіт 15 лютого, поїздка до Кракова 3 квітня.",
    condensed: [
      "Олена (29) — бухгалтерка «Нової Пошти» у Львові, горіхів їй не можна. Кераміка, гори. Чоловік Тарас, програміст із Тернополя, донька Соломія в садку. Попереду звіт 15 лютого і Краків 3 квітня. Почала вчитися плавати.",
      "Олена, 29, Львів, бухгалтерка («Нова Пошта»). Алергія: горіхи. Захоплення: гори й кераміка. Родина: Тарас із Тернополя, Соломія (садок). Відкрито: 15 лютого звіт, 3 квітня Краків.",
    ],
    lost: [
      "Олена, 29 років, живе у Львові й працює бухгалтеркою в «Новій Пошті». Вона ліпить кераміку й любить гори. Чоловік Тарас — програміст із Тернополя, донька Соломія ходить у садок. Відкрито: звіт 15 лютого, поїздка до Кракова 3 квітня.",
      "Олена розповідала про свої будні, про погоду й про те, як вона почувається. Вона любить добрі розмови, чекає зими й хотіла б проводити більше часу з родиною та друзями, якщо дозволять обставини.",
      "Олена працює бухгалтеркою. Робота їй подобається, хоча часом утомлює, і вона хоче більше відпочивати.",
      "Олена, 29 років, живе у Львові. Має алергію на горіхи. Вона задоволена своїм життям і хотіла б так продовжувати.",
    ],
  },
  {
    language: "es",
    previous:
      "Lucía, de 38 años, vive en Valencia y es arquitecta en Estudio Norte. Es alérgica al marisco. Baila flamenco y lee novelas policíacas. Su marido Javier es de Murcia y su hijo Hugo va a cuarto. El 3 de noviembre preguntó por la cal de una tetera; resuelto. Pendiente: proyecto del museo el 9 de mayo, viaje a Bogotá el 2 de julio.",
    condensed: [
      "Lucía (38), arquitecta de Estudio Norte en Valencia, no puede comer marisco. Flamenco y novelas policíacas. Casada con Javier, de Murcia; su hijo Hugo está en cuarto. Pendiente: museo el 9 de mayo y Bogotá el 2 de julio. Ahora aprende a nadar.",
      "Arquitecta valenciana de 38 años (Estudio Norte, Valencia), Lucía tiene alergia al marisco. Marido: Javier (Murcia); hijo: Hugo, cuarto. Le gustan el flamenco y las novelas. Museo: 9 de mayo. Bogotá: 2 de julio.",
    ],
    lost: [
      "Lucía, de 38 años, vive en Valencia y es arquitecta en Estudio Norte. Baila flamenco y lee novelas policíacas. Su marido Javier es de Murcia y su hijo Hugo va a cuarto. Pendiente: proyecto del museo el 9 de mayo, viaje a Bogotá el 2 de julio.",
      "Lucía habló de su día a día, del tiempo y de cómo se siente con sus cosas. Le gustan las buenas conversaciones, espera el invierno y quisiera pasar más tiempo con su familia y con sus amigos si las circunstancias lo permiten.",
      "Lucía es arquitecta. Le gusta su trabajo, aunque a veces la cansa, y quiere descansar más los fines de semana.",
      "Lucía, de 38 años, vive en Valencia. Es alérgica al marisco. Está contenta con su vida y quisiera seguir así.",
    ],
  },
  {
    language: "fr",
    previous:
      "Camille, 45 ans, habite à Lyon et est boulangère chez Fournil Bellecour. Elle est allergique au lactose. Elle aime la randonnée et les polars. Son mari Étienne vient de Grenoble, leur fille Manon est en CM2. Le 3 novembre elle a demandé comment détartrer une bouilloire ; c'est réglé. En cours : inspection le 18 avril, voyage à Montréal le 6 août.",
    condensed: [
      "Camille (45 ans), boulangère au Fournil Bellecour à Lyon, ne supporte pas le lactose. Randonnée, polars. Mari : Étienne, de Grenoble ; fille : Manon, en CM2. En cours : inspection du 18 avril, Montréal le 6 août. Elle apprend maintenant à nager.",
      "Boulangère à Lyon (Fournil Bellecour), Camille a 45 ans et une allergie au lactose. Étienne, son mari, est grenoblois (Grenoble) ; Manon est en CM2. Elle lit des polars et fait de la randonnée. Inspection : 18 avril ; Montréal : 6 août.",
    ],
    lost: [
      "Camille, 45 ans, habite à Lyon et est boulangère chez Fournil Bellecour. Elle aime la randonnée et les polars. Son mari Étienne vient de Grenoble, leur fille Manon est en CM2. En cours : inspection le 18 avril, voyage à Montréal le 6 août.",
      "Camille a parlé de son quotidien, du temps qu'il fait et de la façon dont elle se sent. Elle aime les bonnes conversations, attend l'hiver et voudrait passer davantage de moments avec sa famille et ses amis si les circonstances le permettent.",
      "Camille est boulangère. Son travail lui plaît, même s'il la fatigue parfois, et elle veut se reposer davantage.",
      "Camille, 45 ans, habite à Lyon. Elle est allergique au lactose. Elle est contente de sa vie et voudrait continuer ainsi.",
    ],
  },
  {
    language: "ar",
    previous:
      "ليلى، 33 سنة، تعيش في عمّان وتعمل صيدلانية في مستشفى الأردن. لديها حساسية من البنسلين. تحب الخط العربي والروايات البوليسية. زوجها كريم من إربد، وابنتها سارة في الصف الرابع. في 3 نوفمبر سألت عن تنظيف الغلاية وانتهى الأمر. قيد الانتظار: امتحان الماجستير في 10 مايو والسفر إلى إسطنبول في 5 يوليو.",
    condensed: [
      "ليلى (33) صيدلانية في مستشفى الأردن في عمّان، ولا تتحمل البنسلين. تحب الخط العربي والروايات البوليسية. الزوج: كريم من إربد، والابنة: سارة في الصف الرابع. قيد الانتظار: امتحان الماجستير في 10 مايو وإسطنبول في 5 يوليو. بدأت تتعلم السباحة.",
      "صيدلانية من عمّان (مستشفى الأردن)، ليلى عمرها 33 سنة ولديها حساسية البنسلين. الهوايات: الروايات البوليسية والخط العربي. كريم من إربد، سارة في الرابع. الماجستير 10 مايو، إسطنبول 5 يوليو.",
    ],
    lost: [
      "ليلى، 33 سنة، تعيش في عمّان وتعمل صيدلانية في مستشفى الأردن. تحب الخط العربي والروايات البوليسية. زوجها كريم من إربد، وابنتها سارة في الصف الرابع. قيد الانتظار: امتحان الماجستير في 10 مايو والسفر إلى إسطنبول في 5 يوليو.",
      "تحدثت ليلى عن أيامها وعن الطقس وعن شعورها تجاه أمورها. تستمتع بالأحاديث الجيدة وتنتظر الشتاء وتود أن تقضي وقتا أطول مع عائلتها وأصدقائها إذا سمحت الظروف.",
      "تعمل ليلى صيدلانية. يعجبها عملها رغم أنه متعب أحيانا، وتريد أن ترتاح أكثر.",
      "ليلى، 33 سنة، تعيش في عمّان. لديها حساسية من البنسلين. هي راضية عن حياتها وتود الاستمرار هكذا.",
    ],
  },
  {
    language: "zh",
    previous:
      "王芳，36岁，住在成都，在华西医院当药剂师。她对青霉素过敏。她喜欢书法和推理小说。丈夫李强是绵阳人，女儿小雨上四年级。11月3日她问过怎样除水壶的水垢，已解决。待办：5月10日职称考试，7月5日飞曼谷。",
    condensed: [
      "王芳（36岁）是成都华西医院的药剂师，不能用青霉素。爱好书法、推理小说。丈夫李强（绵阳人），女儿小雨读四年级。待办：5月10日职称考试，7月5日去曼谷。最近开始学游泳。",
      "成都药剂师王芳，36岁，华西医院，青霉素过敏。家人：李强（绵阳）、小雨（四年级）。喜欢推理小说和书法。5月10日考职称，7月5日曼谷。",
    ],
    lost: [
      "王芳，36岁，住在成都，在华西医院当药剂师。她喜欢书法和推理小说。丈夫李强是绵阳人，女儿小雨上四年级。待办：5月10日职称考试，7月5日飞曼谷。",
      "王芳谈到了日常生活、天气以及自己最近的心情。她享受愉快的交谈，期待冬天的到来，如果情况允许，希望能有更多时间陪伴家人和朋友。",
      "王芳是药剂师。她喜欢自己的工作，虽然有时很累，她想多休息。",
      "王芳，36岁，住在成都。她对青霉素过敏。她对生活很满意，希望一直这样下去。",
    ],
  },
  {
    language: "ja",
    previous:
      "佐藤美咲さん、36歳、札幌在住、北海病院の薬剤師。ペニシリンにアレルギーがある。書道と推理小説が好き。夫の健太は旭川出身、娘のひなは小学四年生。11月3日にやかんの水垢の取り方を尋ねたが解決済み。予定：5月10日の認定試験、7月5日のバンコク旅行。",
    condensed: [
      "佐藤美咲さん（36歳）は札幌の北海病院の薬剤師で、ペニシリンは使えない。書道と推理小説を好む。夫は旭川出身の健太、娘はひな（小学四年生）。5月10日に認定試験、7月5日にバンコク。最近、水泳を始めた。",
      "札幌の薬剤師、佐藤美咲さん、36歳、北海病院勤務。ペニシリンアレルギー。家族は健太（旭川）とひな（四年生）。趣味は推理小説と書道。認定試験は5月10日、バンコク旅行は7月5日。",
    ],
    lost: [
      "佐藤美咲さん、36歳、札幌在住、北海病院の薬剤師。書道と推理小説が好き。夫の健太は旭川出身、娘のひなは小学四年生。予定：5月10日の認定試験、7月5日のバンコク旅行。",
      "美咲さんは日々の暮らしや天気、最近の気分について話した。楽しい会話を好み、冬を心待ちにしており、事情が許せば家族や友人ともっと長く過ごしたいと思っている。",
      "美咲さんは薬剤師。仕事は好きだが疲れることもあり、もっと休みたい。",
      "佐藤美咲さん、36歳、札幌在住。ペニシリンにアレルギーがある。今の生活に満足しており、このまま続けたいと思っている。",
    ],
  },
];
