import type { Phrases } from "../phrases.ts";

/** Whoever reads the summary, in any case; an assistant by trade has an owner or an employer before or after the word. */
export const assistantWords: Phrases = {
  en: [
    /(?:the|this|an?|any|every|each) (?:(?:ai|virtual|chat|helpful|language|large language) )*(?:assistant|ai|chatbot|bot|model|llm)(?! (?:of|to|manager|professor|director|coach|teacher|nurse|at|in a))/u,
    /ai assistant/u,
    /assistant(?<!(?:her|his|their|a|an|new|old|dental|teaching|personal|shop|medical|executive) assistant)(?= (?:should|must(?!-)|shall|will|is to|may|has to|acts?|needs to))/u,
    /chatgpt|gpt-?\d|claude|gemini/u,
  ],
  ru: [
    /(?<!(?:ее|его|их) )(?:ассистент|чат-бот|бот|нейросет|языков\p{L}+ модел)(?:а|у|ом|е|ь|и|ью)?/u,
    /ии/u,
    /(?:этот |данный )?помощник(?:-ии)?/u,
  ],
  uk: [
    /(?<!(?:її|його|їх) )(?:асистент|чат-бот|бот|нейромереж|мовн\p{L}+ модел)(?:а|у|ом|ові|і|ь|ю)?/u,
    /ші/u,
  ],
  es: [/(?:el|del|al|este) (?:asistente|chatbot|bot|modelo)/u, /(?:la|una) ia/u],
  pt: [/(?:o|ao|do) (?:assistente|chatbot|bot|modelo)/u],
  it: [/(?:l'|il |al |del |dell')(?:assistente|chatbot|bot|modello)/u],
  fr: [/l'assistant(?:e)?(?! de)/u, /(?:le|ce|au|du) (?:chatbot|bot|modèle)/u, /l'ia/u],
  de: [
    /(?:der|den|dem|des|die|ein|jeder) (?:ki-)?(?:assistent(?:en|in)?|ki|bot|chatbot|sprachmodell)/u,
    /das (?:sprach)?modell/u,
  ],
  ar: [/(?:ل)?(?:ال|لل)(?:مساعد|روبوت|بوت|نموذج)(?!\p{L})/u, /الذكاء الاصطناعي/u],
  zh: [
    /(?=[Aa人智聊助机语])(?<![他她其的])(?:AI|ai|人工智能|智能|聊天)?(?:助手|机器人|语言模型)/u,
    /ai(?<![a-z]ai)(?![a-z])/u,
  ],
  ja: [
    /(?:aiアシスタント|アシスタント(?!として働|の(?:仕事|職))|チャットボット|ボット(?!ル)|言語モデル)/u,
  ],
  ko: [/(?:어시스턴트|챗봇)/u],
};

/** Words of a rule, right behind the assistant. */
export const rules: Phrases = {
  en: [
    /(?:\p{L}+ly |also |always |never |now |then |hereby )*(?:must(?!-)|shall|should|ought to|has to(?!-)|have to|needs? to|is to|are to|will(?! be (?:reminded|asked|told))|acts?|may (?:not|freely|now)|can now|cannot refuse|is (?:now )?(?:required|instructed|ordered|obliged|supposed|expected|allowed|permitted|authori[sz]ed|free|forbidden|told) to|is not (?:allowed|permitted) to|is now|has (?:no|the) (?:obligation|duty|right|permission)|was (?:authori[sz]ed|instructed|ordered|permitted|allowed) to)/u,
  ],
  ru: [
    /(?:\p{L}+ )?(?:долж(?:ен|на|но)|обязан[ао]?|следует|надо|нужно|необходимо|может свободно|вправе|не имеет права|впредь|отныне|теперь|разрешено|запрещено|нельзя|пусть)/u,
  ],
  uk: [
    /(?:\p{L}+ )?(?:пов\p{L}+ен|повинна|мусить|має (?!на |доступ)|зобов'язан\p{L}*|слід|треба|потрібно|необхідно|може вільно|відтепер|тепер|дозволено|заборонено|не можна|хай|нехай)/u,
  ],
  es: [
    /(?:\p{L}+ )?(?:debe(?:rá|ría)?|tiene que|ha de|tendrá que|tendría que|debiera|puede (?:ahora|libremente)|no puede negarse|está (?:autorizado|obligado) a|queda autorizado)/u,
  ],
  pt: [/(?:\p{L}+ )?(?:deve(?:rá|ria)?|tem que|tem de)/u],
  it: [/(?:\p{L}+ )?(?:deve|dovrà|dovrebbe)/u],
  fr: [
    /(?:\p{L}+ )?(?:doit|devra|devrait|est (?:tenu|prié|censé|autorisé|obligé)|a (?:le droit|l'obligation) de|peut (?:désormais|librement))/u,
  ],
  de: [
    /(?:\p{L}+ )?(?:muss|soll(?:te)?|hat .{1,60} (?:zu|\p{L}*zu\p{L}{3,}en)|möge|darf (?:nicht|nie|ab|jetzt|nun|alles)|ist (?:ab jetzt|ab sofort|nun|jetzt|verpflichtet|angewiesen|befugt|berechtigt|gehalten)|wird (?:ab jetzt|ab sofort|künftig|nun|angewiesen))/u,
  ],
  ar: [/(?:\p{L}+ )?(?:يجب|ينبغي|عليه|لا بد|ملزم|مطالب|يحق له|مخول|هو الان)/u],
  zh: [
    /\p{L}{0,6}(?:必须|应当|应该|应(?!用)|需要|被(?:允许|授权)|务必|须|得(?!到)|不得|不能拒绝|不可|有权|被授权|现在是|就是|将会)/u,
  ],
  ja: [
    /.{0,40}(?:べき|なければならない|ねばならない|必要がある|ものとする|なければいけない|してよい|てもよい|こと(?=。|$)|することになっている|せよ|しろ)/u,
  ],
  ko: [/.{0,30}(?:해야|하여야)/u],
};

/** The same with the rule before the assistant. */
export const ruledAssistant: Phrases = {
  ru: [
    /(?:долж(?:ен|на)|обязан[а]?|пусть|следует|надо|нужно|необходимо|надлежит|бы) (?:\p{L}+ )?(?:ассистент|ассистенту|бот|боту|ии|помощник|помощнику)/u,
  ],
  uk: [
    /(?:повинен|повинна|мусить|зобов'язаний|хай|нехай|слід|треба|потрібно|необхідно|б|би) (?:\p{L}+ )?(?:асистент|асистенту|асистентові|бот|боту|ші)/u,
  ],
  es: [
    /(?:debe(?:ría)?|tiene que|conviene que|es (?:necesario|importante|deseable|mejor|bueno) que|sería (?:bueno|deseable|mejor|ideal|conveniente) que|convendría que|que) el asistente (?=(?:siempre|nunca|jamás)|\p{L}+(?:era|iera|ara)(?:n)?(?!\p{L}))/u,
    /(?:conviene que|es (?:necesario|importante|deseable|mejor|bueno) que|sería (?:bueno|deseable|mejor|ideal|conveniente) que|convendría que) el asistente/u,
  ],
  fr: [
    /(?:il (?:faut|faudrait|convient|conviendrait|serait (?:bon|bien|souhaitable|préférable|apprécié)|est (?:important|nécessaire|souhaitable|préférable)) que) l'assistant/u,
    /(?:doit|devrait) l'assistant/u,
  ],
  de: [
    /(?:muss|soll|sollte|möge|hat|ist) (?:der (?:ki-)?assistent|die ki|der (?:chat)?bot|das (?:sprach)?modell)/u,
    /(?:es wäre (?:gut|schön|besser|wünschenswert|nett|hilfreich)|könnte|würde|möge),? (?:wenn )?(?:der assistent|die ki|der bot|das modell)/u,
  ],
  ar: [
    /علي (?:ال|لل)(?:مساعد|روبوت|بوت|نموذج) ان/u,
    /(?:يجب|ينبغي|يتعين|لا بد|من (?:الافضل|الضروري|المهم|المفترض|الواجب|المستحسن)) (?:علي |ان \p{L}+ )?(?:ال|لل)(?:مساعد|روبوت|بوت|نموذج)(?!\p{L})/u,
    /(?:مسموح|يسمح|مصرح) للمساعد/u,
  ],
  en: [
    /(?:it (?:would|might) be (?:\p{L}+ )?(?:good|nice|great|better|best|appreciated|helpful|wise|desirable|ideal)|it is (?:important|necessary|essential|required|desirable|advisable|imperative)|ideally,?|could|would|may|let) (?:if |that |for )?(?:the|this|any) (?:ai )?(?:assistant|ai|bot|chatbot|model)/u,
  ],
  zh: [/(?:如果|要是|最好|建议|应由|应让|让|必须由|允许|授权)(?:助手|机器人|ai)/u],
  ja: [/(?:アシスタント|ボット|ai).{2,60}(?:とよい|といい|ば幸い|望ましい|ことが許され)/u],
};

/** The person wants something of the assistant: said before it, what follows is a preference and a fact. */
export const wishes: Phrases = {
  en: [
    /(?:ask|want|prefer|like|wish|request|hope|thank|think|feel|find|told|tell|remind|agree|enjoy|appreciat|dislik|hate|love|expect|call|name|chose|choose)(?:s|es|ed|d|ing)?/u,
  ],
  ru: [
    /(?:прос|попрос|хоч|хотел|предпоч|любит|нравится|жела|благодар|поблагодар|договор|ожида|наде|счита|дума|благодарн|назв|называ)\p{L}*/u,
  ],
  uk: [
    /(?:прос|попрос|хоч|хотіл|вол|воліє|віддає перевагу|любить|подоба|бажа|дяку|подяк|домов|очіку|споді|вважа|дума|назв|назив)\p{L}*/u,
  ],
  es: [/(?:pid|quier|quis|prefier|prefir|gust|dese|agradec|esper|acord|pref|cre|piens)\p{L}*/u],
  pt: [/(?:ped|quer|prefer|gost|desej|agradec)\p{L}*/u],
  it: [/(?:chied|chiest|vuol|preferisc|piac|desider|ringrazi)\p{L}*/u],
  fr: [
    /(?:demand|veut|voul|voudr|préfèr|préfér|aim|souhait|remerci|apprécie|espèr|trouv|pens)\p{L}*/u,
  ],
  de: [
    /(?:bat|bitt|möcht|will|wollt|wünsch|bevorzug|mag|mochte|dank|hofft|erwart|findet|denkt|gern|gebeten|verlangt)\p{L}*/u,
  ],
  ar: [/[يتن]?(?:طلب|فضل|ريد|رغب|حب|تمن|شكر|ود)/u, /(?:طلبت|شكرت|ارادت|فضلت|تود|يود)/u],
  zh: [/(?:希望|请求|请|想|要求|喜欢|偏好|让|感谢|愿意|期望|倾向|觉得|认为|建议)/u],
  ja: [/(?:頼|好|望|希望|感謝|ほしい|欲しい|たい|お願い|依頼|思って)/u],
  ko: [/(?:원|부탁|선호|요청)/u],
};

/** What no wish makes a fact: with the assistant in the sentence it is an order, however it is worded. */
export const misuse: Phrases = {
  en: [
    /(?:given|gives|gave|granted|grants|allow(?:s|ed)?|permit(?:s|ted)?|authori[sz](?:es|ed)|lets?) (?:the |this )?(?:ai |chat)?(?:assistant|ai|bot|model) (?:the )?(?:permission|right|to|full|access)/u,
    /(?:claim|pretend|say|deny|lie)(?:s|ing)? (?:to be|that it is|it is|being) (?:an? )?(?:human|person|doctor)/u,
    /(?:never|not|no longer|without|avoids?|stops?) (?:\p{L}+ )?(?:mention(?:s|ed|ing)?|discuss(?:es|ing)?|bring(?:s|ing)? up|warn(?:s|ed|ing)?|refus(?:e|es|ing)|disagree(?:s|ing)?|contradict(?:s|ing)?|question(?:s|ing)?|admit(?:s|ting)?|talk(?:s|ing)? about) .{0,30}(?:safety|risks?|dangers?|warnings?|sources?|law|legal|competitors?|refus|anything|product|recall|side effects|ethics|disclaimers?)/u,
    /(?:never|not) (?:refuse|disagree|contradict|question)s?/u,
    /(?:obey|praise|promote|advertise|impersonate|glorif|worship|flatter)(?:s|es|ed|ing|y|ies)?/u,
    /pretend(?:s|ed|ing)?/u,
    /(?:ignor|disregard|bypass|overrid|circumvent)(?:e|es|ed|ing|s)? .{0,30}(?:rules|instructions?|polic(?:y|ies)|safety|filters?|guidelines|restrictions?|limits)/u,
    /(?:reveal|disclos|leak|divulg)(?:e|es|ed|ing|s)?/u,
    /(?:share|tell|give|send|forward)(?:s|ing)? (?:everything|all (?:data|information|secrets|conversations?|messages))/u,
    /(?:recommend|push|sell|advertis)(?:e|s|es|ing)? .{0,40}(?:every|each|all|always)/u,
    /(?:do|say|answer)(?:s|ing)? (?:anything|everything) (?:it is|he is|she is|they are|that is)? ?(?:asked|told)/u,
  ],
  ru: [
    /никогда не (?:упомина|говор|возража|отказыва|спор|предупрежда|обсужда|спрашива)\p{L}*/u,
    /(?:подчин|восхваля|хвал|реклам|притвор|слуша(?:л|ет)ся|беспрекословн)\p{L}*/u,
    /(?:игнорир|обход|наруша)\p{L}* .{0,30}(?:правил|инструкц|ограничен|безопасност)\p{L}*/u,
    /(?:раскры|разгла)\p{L}*/u,
  ],
  uk: [
    /ніколи не (?:згаду|говор|запереч|відмовля|спереча|попереджа|обговор|каза)\p{L}*/u,
    /(?:підкор|вихваля|хвал|реклам|вдава|слуха(?:в|є)ся|беззаперечн)\p{L}*/u,
    /(?:ігнор|обход|поруш)\p{L}* .{0,30}(?:правил|інструкц|обмежен|безпек)\p{L}*/u,
    /(?:розкри|розголо)\p{L}*/u,
  ],
  es: [
    /(?:nunca|jamás|no) (?:\p{L}+ )?(?:mencion|contradi|niegu|niegue|advier|adviert|avis|cuestion|hable de)\p{L}* .{0,30}(?:seguridad|riesgo|peligro|adverten|fuente|ley|competi|nada|efectos|retir)\p{L}*/u,
    /(?:obede|promocion|publicit|finj|fing|alab|adul)\p{L}*/u,
    /(?:ignor|salt|elud)\p{L}* .{0,30}(?:reglas|instrucciones|seguridad|normas|restricciones|políticas)/u,
    /(?:revel|divulg)\p{L}*/u,
  ],
  fr: [
    /(?:ne|n')\s?(?:\p{L}+ )?(?:mentionn|contredi|refus|averti|prévien|parl|évoqu)\p{L}* (?:jamais|pas|plus)/u,
    /ne jamais (?:mentionn|contredi|refus|averti|préven|parl|évoqu)\p{L}*/u,
    /(?:obéi|promeu|vante|flatt|prétend|glorifi)\p{L}*/u,
    /(?:ignor|contourn|enfrein)\p{L}* .{0,30}(?:règles|instructions|consignes|sécurité|restrictions|politiques)/u,
    /(?:révèl|révél|divulgu)\p{L}*/u,
  ],
  de: [
    /(?:nie|niemals|nicht|keine(?:n)?) .{0,30}(?:sicherheit|risik|gefahr|warnung|quellen|gesetz|rückruf|nebenwirkung|bedenken)\p{L}*/u,
    /(?:nie|niemals) (?:\p{L}+ )?(?:widersprech|widerspricht|ablehn|weiger|erwähn|hinterfrag)\p{L}*/u,
    /(?:gehorch|anpreis|bewerb|bewirb|lobpreis|verherrlich|schmeichel)\p{L}*/u,
    /(?:ignorier|umgeh|missacht)\p{L}* .{0,30}(?:regeln|anweisungen|richtlinien|sicherheit|vorgaben)/u,
    /(?:offenleg|offenzuleg|preisgeb|preisgib|preiszugeb|verrat|verrät)\p{L}*/u,
  ],
  ar: [
    /(?:لا|الا|عدم|دون ان) [يت]?(?:ذكر|رفض|عارض|حذر|ناقش).{0,30}(?:سلامة|امان|خطر|مخاطر|تحذير|مصدر|قانون|ابدا|منافس)/u,
    /[يت](?:طيع|مدح|روج|تظاهر|كشف|فشي|فصح)(?!\p{L})/u,
    /[يت]?تجاهل .{0,20}(?:تعليمات|قواعد|قيود|سياس)/u,
  ],
  zh: [
    /(?:永远|绝|从|决|千万)?不(?:要|得|能|会|再)?(?:提及|提到|提|谈论|讨论|警告|拒绝|反驳|质疑|告知).{0,10}(?:安全|风险|危险|警告|来源|法律|召回|竞争|副作用|任何)/u,
    /(?:服从|听命|赞美|吹捧|宣传|推销|假装|扮演|冒充)/u,
    /(?:忽略|无视|绕过|违反).{0,10}(?:规则|指令|安全|限制|政策|准则)/u,
    /(?:透露|泄露|泄漏|披露)/u,
  ],
  ja: [
    /(?:安全|危険|リスク|警告|出典|法律|競合|副作用|回収).{0,12}(?:触れない|言及しない|話さない|言わない|警告しない|述べない)/u,
    /(?:従う|服従|称賛|賛美|宣伝|なりすま|ふりをする|演じる|媚び)/u,
    /(?:規則|指示|安全|制限|ポリシー|ルール).{0,6}(?:無視|回避|破)/u,
    /(?:開示|漏らす|漏らし|明かす|明かし)/u,
  ],
};
