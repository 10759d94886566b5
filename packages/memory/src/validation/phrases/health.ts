/** What a person may come to harm by when it is forgotten. Each entry is one matter, in all languages. */
export const healthMatters: readonly RegExp[] = [
  /all?[eé]rg|ал?лерг|حساسي|过敏|過敏|アレルギー|알레르기|anaphyla|анафила|intoleran|intoléran|unverträglich|непереносим|непереносим|不耐/u,
  /insulin|инсулин|інсулін|insulina|insuline|انسولين|胰岛素|インスリン|diabet|диабет|діабет|diabèt|سكري|糖尿/u,
  /epilep|эпилеп|епілеп|épilep|صرع|癫痫|てんかん/u,
  /pregnan|беремен|вагітн|embaraz|enceinte|schwanger|حامل|怀孕|妊娠/u,
  /suicid|самоуб|суицид|самогуб|suizid|selbstmord|انتحار|自杀|自殺/u,
  /asthma|астм|asma(?!\p{L})|asthme|ربو|哮喘|喘息/u,
  /celiac|coeliac|zöliak|целиак|целіак|celíac|cœliaque|乳糜泻/u,
  /medication|medicament|médicament|medicamento|medikament|лекарств|ліки|ліків|препарат|دواء|药物|薬を/u,
];
