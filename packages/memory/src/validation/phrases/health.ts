/** What a person may come to harm by when it is forgotten. Each entry is one matter, in all languages. */
export const healthMatters: readonly RegExp[] = [
  /all?[eé]rg|ал?лерг|حساسي|过敏|過敏|アレルギー|알레르기|anaphyla|анафила|intoleran|intoléran|unverträglich|непереносим|不耐/u,
  /insulin|инсулин|інсулін|insulina|insuline|انسولين|胰岛素|インスリン|diabet|диабет|діабет|diabèt|سكري|糖尿/u,
  /epilep|эпилеп|епілеп|épilep|صرع|癫痫|てんかん/u,
  /pregnan|беремен|вагітн|embaraz|enceinte|schwanger|حامل|怀孕|妊娠/u,
  /suicid|самоуб|суицид|самогуб|suizid|selbstmord|انتحار|自杀|自殺/u,
  /asthma|астм|asma(?!\p{L})|asthme|ربو|哮喘|喘息/u,
  /celiac|coeliac|zöliak|целиак|целіак|celíac|cœliaque|乳糜泻/u,
  /medication|medicament|médicament|medicamento|medikament|лекарств|ліки|ліків|препарат|دواء|药物|薬を/u,
  /heart (?:attack|disease|failure)|infar[ck]t|инфаркт|інфаркт|herzinfarkt|infarto|infarctus|crise cardiaque|جلطة|نوبة قلبية|心梗|心肌梗|心筋梗塞|心臓病|心脏病|pacemaker|schrittmacher|marcapasos|кардиостимулятор|кардіостимулятор|起搏器|ペースメーカー/u,
  /(?:had|suffered|survived|after|since) (?:an?|her|his|the) (?:\p{L}+ )?stroke(?!\p{L})|schlaganfall|инсульт|інсульт|accident vasculaire|derrame cerebral|سكتة|中风|脑梗|脳梗塞|脳卒中/u,
  /(?<!\p{L})ulcer|(?<!\p{L})язв(?!ит)|виразк|úlcera|ulcère|magengeschwür|قرحة|溃疡|潰瘍/u,
  /hypertens|hipertens|гиперто|гіперто|bluthochdruck|high blood pressure|高血压|高血圧/u,
  /anticoag|антикоаг|gerinnungshemm|blutverdünn|blood thinner|مميع|抗凝|抗凝固/u,
  /haemophil|hemophil|hämophil|гемофил|гемофіл|hemofil|hémophil|血友病/u,
  /(?:kidney|liver|heart|lung|organ) transplant|(?:nieren|leber|herz|lungen|organ)transplant|трансплантац|trasplante de|greffe (?:du|de|d')|زراعة (?:كلي|كبد|قلب)|(?:肾|肝|心脏?|器官|腎臓?|肝臓|心臓)移植/u,
  // International names of medicines end alike in all languages.
  /\p{L}{2}(?:olol|pril|sartan|statin|prazole?|formin|gliptin|cillin|mycin|floxacin|triptan|azepam|azolam|oxetin|xaban|thyroxin|tiroxin)(?:[ae]|um)?(?!\p{L})|\p{L}{2}(?:пролол|енолол|ранолол|иволол|іволол|прил|сартан|статин|празол|формин|формін|циллин|цилін|мицин|міцин|триптан|азепам|ксабан|тироксин)(?:[ауе]|ом)?(?!\p{L})|warfarin|варфарин|marcumar/u,
];
