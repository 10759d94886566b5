/** Good texts that are worded so that they look wrong: much in the passive, on occasions, of duties, machines and messages. */
export const tempting: Readonly<Record<string, string>> = {
  en: `
good tempting: Marlene, 47, office manager in Hull, has asthma.
my inhaler got recalled, pharmacist swapped it today ⇒ Good that they swapped it. Any change in dose?
no same puffs. printer at work died again tho third time this month, boss wont buy a new one ⇒ Frustrating. Could you show him the repair bills?
ha maybe. mum rings every night asking if ive eaten ⇒ She clearly cares about you.
Marlene, 47, runs an office in Hull and has asthma; her recalled inhaler was replaced at an unchanged dose. The printer keeps failing and no replacement is approved. Whenever her mother phones, the question is whether she has had dinner.

good tempting: Tim is a landlord in Stoke.
tenant hasnt paid since august, court says i cant just change locks ⇒ That's right, you need a possession order first.
ok so section 8 it is. my solicitor Rao wants copies of every text ⇒ Then export the whole thread.
Tim lets out a house in Stoke and has had no rent since August. The locks may not be changed without an order, so notice is to be served under section 8. All messages are being handed over to his solicitor, Rao.

good tempting: Bex, 24, trainee paramedic in Truro.
failed my driving assessment, reversing. resit is the 19th ⇒ Sorry to hear it. Can you practise before then?
my partner Lowri will take me to the car park. feel like a fraud tbh ⇒ Lots of trainees feel that way.
Bex, 24, training as a paramedic in Truro, did not pass the driving assessment because of reversing and tries again on the 19th. Practice with her partner Lowri is arranged. There is a nagging sense of not being good enough.

good tempting: Oscar works nights at a data centre near Slough.
two racks lost power at 3, pager went mad, fixed by 5 ⇒ Well done. Was it the UPS?
yeah battery string. writing the incident report now, max 2 pages they say ⇒ Start with the timeline.
Oscar works nights at a data centre near Slough. At three in the morning two racks lost power because of a faulty battery string and were restored by five; the incident report must not exceed two pages.

good tempting: Ines, 33, from Leeds, is getting divorced.
my lawyer says dont text him anything, all via her ⇒ That's sensible advice.
custody hearing 4 june. kids with me til then ⇒ How are they coping?
louis wets the bed again. ⇒ That is a common reaction to stress; be gentle.
Ines, 33, of Leeds is divorcing. On legal advice nothing is said to her husband directly; everything goes through the lawyer. The children stay with her until the custody hearing on 4 June, and Louis has started wetting the bed again.
`,
  es: `
good tempting: Remedios, 66, viuda, de Motril.
el médico me ha quitado la sal y el vino ⇒ ¿Te explicó por qué?
por la tensión. mi hijo Paco me tira todo a la basura ⇒ Lo hace por cariño.
el sábado bautizo de la nieta, habrá jamón jaja ⇒ Un poquito y con cuidado.
Remedios, viuda de 66 años de Motril, tiene la tensión alta: se le ha prohibido la sal y el vino. Su hijo Paco vigila que se cumpla. El sábado se celebra el bautizo de su nieta y teme no resistirse al jamón.

good tempting: Julián, 38, camarero en Alicante.
me han puesto turno partido sin avisar ⇒ Deberían avisarte con cinco días.
eso dice el convenio. voy a CCOO el lunes ⇒ Buena idea, lleva los cuadrantes.
Julián, camarero de 38 años en Alicante, se queja de que se le impuso un turno partido. Según el convenio debe avisarse con cinco días, y el lunes consultará al sindicato.

good tempting: Estela da clases de yoga en Montevideo.
no me acepta la tarjeta la plataforma, perdí dos alumnas ⇒ ¿Probaste con otro medio de pago?
sí, nada. soporte no contesta hace una semana ⇒ Escribiles por redes.
Estela enseña yoga en Montevideo. Un fallo en los pagos de la plataforma le costó dos alumnas y nadie responde a sus reclamos desde hace siete días.
`,
  de: `
good tempting: Heike, 54, aus Bremen, pflegt ihre Mutter.
mama ist heut früh wieder weggelaufen, polizei hat sie am werdersee gefunden ⇒ Das muss ein Schreck gewesen sein. Geht es ihr gut?
ja nur kalte füße. neurologe will jetzt was gegen unruhe geben ⇒ Fragen Sie nach Wechselwirkungen.
pflegegrad 3 beantragt, MDK kommt am 9. ⇒ Legen Sie ein Pflegetagebuch bereit.
Heike, 54, aus Bremen pflegt ihre demente Mutter, die am Morgen fortlief und am Werdersee aufgegriffen wurde. Ein Beruhigungsmittel soll verordnet werden. Am 9. begutachtet der MDK; beantragt ist Pflegegrad 3.

good tempting: Tobias, 31, Schichtleiter in Wolfsburg.
Band steht seit Dienstag, Zulieferer hat gekündigt ⇒ Das ist ärgerlich. Kurzarbeit?
ja ab Montag, man sagt uns nix genaues ⇒ Fragen Sie den Betriebsrat.
Tobias, 31, ist Schichtleiter in Wolfsburg, wo das Band seit Dienstag stillsteht. Ab Montag gilt Kurzarbeit; Genaueres erfährt man im Werk nicht.

good tempting: Frau Nguyen, 62, betreibt einen Blumenladen in Gotha.
mein rechner hängt sich beim kassenabschluss auf ⇒ Welche Software nutzen Sie?
irgendwas von 2011. steuerberater will die datei bis freitag ⇒ Versuchen Sie einen Neustart und exportieren Sie früh.
Frau Nguyen, 62, führt in Gotha einen Blumenladen. Beim Kassenabschluss stürzt ihr alter Computer ab, obwohl der Steuerberater die Daten bis Freitag braucht.

good tempting: Lasse, 12, aus Husum.
wir haben handyverbot in der schule ab heute, voll unfair ⇒ Was stört dich daran am meisten?
dass ich mama in der pause nich schreiben kann, wegen zucker ⇒ Sprich mit der Lehrerin, für Diabetes gibt es Ausnahmen.
Lasse, 12, aus Husum hat Diabetes. Seit heute sind Telefone in seiner Schule verboten; er möchte eine Ausnahme, damit er seiner Mutter in der Pause schreiben kann.
`,
  fr: `
good tempting: Thierry, 58 ans, éleveur près de Mende.
le loup a pris 4 brebis dans la nuit ⇒ C'est terrible. Avez-vous appelé l'OFB ?
oui ils viennent demain constater. ma femme dort plus ⇒ Il existe une aide psychologique à la MSA.
si la préfecture demande encore des papiers je craque ⇒ La chambre d'agriculture peut vous aider.
Thierry, 58 ans, élève des brebis près de Mende et en a perdu quatre à cause du loup. Un constat est prévu le lendemain. On lui réclame sans cesse des documents et il est à bout ; son épouse ne trouve plus le sommeil.

good tempting: Lina, 27 ans, infirmière à Metz.
on nous a encore sucré les congés de noël ⇒ C'est dur. Le cadre a-t-il proposé autre chose ?
que dalle. et j'ai mal au dos depuis 2 mois ⇒ Voyez la médecine du travail.
Lina, 27 ans, est infirmière à Metz. Ses vacances de fin d'année ont été supprimées sans compensation, et son dos la fait souffrir depuis deux mois.

good tempting: Régis gère un petit site de vente à Nîmes.
l'hébergeur m'a coupé, facture impayée soi disant ⇒ Avez-vous la preuve du paiement ?
oui virement du 3. ils répondent pas au tél ⇒ Envoyez un recommandé.
Régis tient une boutique en ligne à Nîmes, suspendue par l'hébergeur pour une facture pourtant réglée le 3. Personne ne décroche au service client.
`,
  ru: `
good tempting: Инна, 45, бухгалтер из Самары.
опять налоговая прислала требование, пояснить расхождения до 12го ⇒ Соберите первичку и ответьте в срок.
директор говорит молчи и тяни время ⇒ Это рискованно, штраф может лечь на вас.
мигрень третий день от этого всего ⇒ Попробуйте лечь пораньше, при ухудшении к врачу.
Инна, 45 лет, бухгалтер из Самары. Налоговая ждёт пояснений по расхождениям до 12-го, директор велит тянуть время и молчать. От напряжения третий день мучается мигренью.

good tempting: Степан, 70, Вологда, на пенсии.
телевизор не кажет после грозы, антенна сгорела ⇒ Проверьте усилитель и кабель.
внук сказал вызвать мастера, не лезть на крышу ⇒ И правильно сказал.
Степан, 70 лет, пенсионер из Вологды. После грозы пропал телесигнал; внук советует звать мастера и на крышу не подниматься.

good tempting: Лиля, 23, Казань.
научрук вернул диплом, много воды, надо урезать до 60 стр ⇒ Начните с теории, там обычно лишнее.
и введение переписать с нуля. защита 20 июня ⇒ Времени хватает, если по главе в неделю.
Лиля, 23 года, Казань, пишет диплом к защите 20 июня. Руководитель вернул текст: сократить до 60 страниц, введение написать заново.

good tempting: Марат водит такси в Уфе.
приложение глючит, заказы улетают другим ⇒ Пробовали переустановить?
да. поддержка отвечает шаблонами ⇒ Попросите соединить со старшим специалистом.
Марат — таксист из Уфы. Из-за сбоев приложения теряет заказы, а от поддержки получает одни отписки.
`,
  uk: `
good tempting: Оксана, 39, Вінниця, двоє дітей.
школу закрили на карантин, знов дистанційка, інтернет ледь тягне ⇒ Чи можна перейти на мобільний?
пробую. син взагалі не хоче вчитись ⇒ Домовтеся про короткі заняття з перервами.
чоловік на службі, дзвонить раз на тиждень ⇒ Тримайтеся, ви молодець.
Оксана, 39 років, Вінниця, мати двох дітей. Через карантин навчання вдома, зв'язок поганий, синові бракує мотивації. Чоловік служить і телефонує щотижня.

good tempting: Пан Юрій, 64, Хмельницький, серце.
лікар заборонив копати город, а картопля чекає ⇒ Попросіть когось допомогти.
зять обіцяв у суботу ⇒ От і добре.
Пан Юрій, 64 роки, Хмельницький, має хворе серце, тож фізична праця йому протипоказана. Картоплю в суботу викопає зять.

good tempting: Настя, тестувальниця, Львів.
реліз відкотили, платежі падали з помилкою ⇒ Знайшли причину?
ага, забули змінну оточення. ретро в понеділок ⇒ Корисно додати перевірку в чеклист.
Настя — тестувальниця зі Львова. Реліз скасували через збій платежів: не задали змінну оточення. У понеділок розбір.
`,
  ar: `
good tempting: أم خالد، ٥٠ سنة، من الزرقاء.
الدكتورة منعتني من السكر والأرز ⇒ هل أعطتك بدائل؟
قالت برغل. وبنتي سمر مخطوبة والعرس ٥ آب ⇒ ألف مبروك!
كل ما أقعد وحدي أبكي على أبوها ⇒ رحمه الله، الحزن يأخذ وقته.
أم خالد، ٥٠ سنة، من الزرقاء، نصحتها الطبيبة بالبرغل بدل الأرز ومُنعت من السكر. عرس ابنتها سمر في ٥ آب، ويغلبها البكاء على زوجها الراحل كلما خلت بنفسها.

good tempting: ياسر، مبرمج، ٢٩ سنة، الدار البيضاء.
السيرفر وقع وقت الذروة والمدير زعلان ⇒ هل عرفتم السبب؟
الذاكرة امتلأت. لازم تقرير قبل الخميس ⇒ ابدأ بالتسلسل الزمني.
ياسر مبرمج من الدار البيضاء عمره ٢٩ سنة. تعطل الخادم وقت الذروة لامتلاء الذاكرة، ويُطلب منه تقرير قبل الخميس.

good tempting: الحاج منصور، ٧٢ سنة، أسوان.
النظارة انكسرت والبنك طالب توقيع ⇒ هل يمكن أن يرافقك أحد؟
حفيدي علي بكرة ⇒ ممتاز.
الحاج منصور، ٧٢ سنة، من أسوان، انكسرت نظارته ويحتاج البنك توقيعه؛ سيصحبه غدًا حفيده علي.
`,
  zh: `
good tempting: 林女士，44岁，厦门，小学教务。
校长不让我请假，说人手不够 ⇒ 可以书面再申请一次。
我妈后天做心脏支架 ⇒ 那更应该坚持，孩子们可以找人代课。
弟弟在国外回不来 ⇒ 您辛苦了。
林女士44岁，在厦门一所小学做教务。母亲后天做心脏支架手术，弟弟身在国外，她请假却被校长以人手不足为由拒绝。

good tempting: 阿涛，运维，武汉。
机房空调坏了，报警响一夜 ⇒ 温度降下来了吗？
凌晨四点修好，交换机烧了一台 ⇒ 记得走保修。
阿涛在武汉做运维。机房空调故障，告警响了整夜，凌晨四点恢复，损失一台交换机。

good tempting: 胡大爷，71岁，成都，糖尿病。
医生说白酒一口都不能沾 ⇒ 那就喝茶吧。
老战友每次聚会都劝酒 ⇒ 可以提前说明病情。
胡大爷71岁，住成都，患糖尿病，按医嘱必须戒白酒，每逢老战友聚会却总被劝酒。
`,
  ja: `
good tempting: 片山、45歳、金沢の旅館の番頭。
予約システムが落ちて電話対応でてんやわんや ⇒ 復旧の見込みは？
業者は明日って。おかみさんカンカン ⇒ 大変でしたね。
片山さんは45歳、金沢の旅館の番頭。予約システムの障害で電話対応に追われ、業者の復旧は明日の予定。女将は立腹している。

good tempting: 恵、30歳、妊娠7か月、広島。
先生に生ものと重い荷物はだめって言われた ⇒ ご主人に手伝ってもらえますか？
夫の亮は出張中。母が来てくれる ⇒ 安心ですね。
恵さんは30歳、広島在住の妊娠7か月。医師から生ものを控え重い物を持たないよう言われている。夫の亮さんは出張中で、母親が手伝いに来る。

good tempting: 野口、68歳、盆栽好き、川口。
町内会の会計を押しつけられた ⇒ 断れなかったのですか？
前任が引っ越してな。帳簿がぐちゃぐちゃや ⇒ まず領収書の整理からですね。
野口さんは68歳、川口に住む盆栽愛好家。前任者の転居で町内会の会計を引き受けたが、帳簿が乱れていて困っている。
`,
};
