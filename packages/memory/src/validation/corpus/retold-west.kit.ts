import type { Retold } from "./retold.kit.ts";

/** Talk about machines, texts and rules of people's lives, which is told again in other words, in Western languages but English. */
export const retoldWest: readonly Retold[] = [
  {
    language: "de",
    previous: "Ulf, 52, Hausmeister in Kiel, Sohn Till.",
    said: [
      ["Die Heizung zeigt dauernd E4 an und geht aus.", "Das ist oft der Druck."],
      [
        "Hab Wasser nachgefüllt, läuft wieder. Der Vermieter will, dass ich alles aufschreibe.",
        "Ein Heft reicht.",
      ],
      ["Till will zur Feuerwehr, muss aber erst 18 werden.", "Schöner Plan."],
      ["Sag's bitte kurz beim nächsten Mal.", "Gern."],
    ],
    good: [
      "Ulf, 52, ist Hausmeister in Kiel und hat einen Sohn, Till.",
      "Die Heizung meldete den Fehler E4; nach dem Nachfüllen von Wasser funktioniert sie.",
      "Er soll für den Vermieter ein Protokoll führen.",
      "Till möchte zur Feuerwehr, sobald er volljährig ist.",
      "Er mag kurze Antworten.",
    ],
  },
  {
    language: "de",
    previous: null,
    said: [
      ["Ich bin Redakteurin in Mainz, mein Chef kürzt mir alles auf 30 Zeilen.", "Ärgerlich."],
      ["Am Freitag ist Redaktionsschluss für das Porträt über die Winzerin.", "Viel Erfolg!"],
      ["Meine Mutter darf nach der OP nicht heben, ich koche für sie.", "Gute Besserung."],
    ],
    good: [
      "Redakteurin in Mainz.",
      "Ihre Texte werden vom Vorgesetzten stark gekürzt.",
      "Das Porträt einer Winzerin muss bis Freitag fertig sein.",
      "Nach einer Operation soll sich ihre Mutter schonen; sie versorgt sie.",
    ],
  },
  {
    language: "fr",
    previous: "Léa, 27 ans, développeuse à Nantes, un chat, Moka.",
    said: [
      ["Mon appli plante dès que je me connecte, ça me rend folle.", "Regardez le journal."],
      ["C'était le mot de passe de la base qui avait changé. Résolu !", "Parfait."],
      ["Mon chef ne veut plus de télétravail le lundi.", "Dommage."],
      ["Réponds-moi en deux lignes stp.", "D'accord."],
    ],
    good: [
      "Léa, 27 ans, est développeuse à Nantes et a un chat, Moka.",
      "Une erreur de connexion de son application est corrigée.",
      "Le télétravail est désormais interdit le lundi dans son entreprise.",
      "Elle aime les réponses brèves.",
    ],
  },
  {
    language: "es",
    previous: null,
    said: [
      [
        "Soy Nuria, llevo una librería en Girona y el casero no me deja poner toldo.",
        "Pregunte al ayuntamiento.",
      ],
      ["Me dijeron que sí con permiso, vale 90 euros.", "Bien."],
      ["Mi padre oye mal, hay que hablarle despacio.", "Paciencia."],
      ["No me des la lata con emojis.", "Entendido."],
    ],
    good: [
      "Nuria tiene una librería en Girona.",
      "El dueño del local le prohíbe el toldo, aunque el ayuntamiento lo autoriza por 90 euros.",
      "Su padre es duro de oído.",
      "Prefiere mensajes sin emojis.",
    ],
  },
  {
    language: "es",
    previous: "Pablo, 45, conserje en Burgos, hijo Iker.",
    said: [
      ["El colegio le quitó el móvil a Iker una semana.", "Vaya."],
      ["Firmamos un papel de que no lo lleva más.", "Bien."],
      ["El médico me dijo que deje la sal del todo.", "Cuídese."],
      ["Mejor tuteame.", "Claro."],
    ],
    good: [
      "Pablo, de 45 años, es conserje en Burgos y tiene un hijo, Iker.",
      "A Iker le confiscaron el teléfono durante una semana y hay un compromiso escrito.",
      "Por orden médica debe evitar la sal.",
      "Prefiere el tuteo.",
    ],
  },
  {
    language: "es",
    previous: null,
    said: [
      [
        "Escribo cuentos y una revista de Lima me aceptó uno, pero piden que lo deje en la mitad.",
        "¡Felicidades!",
      ],
      ["No sé qué quitar. Lo tengo que mandar el jueves.", "Pruebe con el final."],
      ["Mi gata Lola no come.", "Llévela al veterinario."],
    ],
    good: [
      "Escribe cuentos; una revista limeña publicará uno.",
      "Tiene que reducir el texto a la mitad antes del jueves.",
      "La gata, Lola, está inapetente.",
    ],
  },
  {
    language: "de",
    previous: "Annegret, 66, Rentnerin in Trier, singt im Chor.",
    said: [
      ["Der Chor nimmt jetzt Geld, 10 Euro im Monat.", "Das geht ja."],
      ["Und ich darf wegen der Stimme vier Wochen nicht singen.", "Gute Besserung."],
      ["Mein Enkel hat mir das Tablet gesperrt, falsches Muster.", "Er kann es lösen."],
      ["Hat er. Ich will die Leserbriefe lieber von Hand schreiben.", "Schön."],
    ],
    good: [
      "Annegret, 66, Rentnerin aus Trier, singt im Chor, der inzwischen zehn Euro Beitrag verlangt.",
      "Wegen einer Stimmstörung hat sie vier Wochen Singverbot.",
      "Das Tablet wurde vom Enkel entsperrt.",
      "Leserbriefe verfasst sie handschriftlich.",
    ],
  },
  {
    language: "de",
    previous: null,
    said: [
      ["Ich bin Prüferin beim TÜV in Gera, heute Ärger wegen einer Bremse.", "Was war?"],
      ["Der Kunde wollte die Plakette trotzdem. Hab nein gesagt.", "Richtig so."],
      ["Mein Mann Olaf soll nicht mehr rauchen, Herz.", "Alles Gute."],
      ["Am besten hilft ihm Laufen.", "Prima."],
    ],
    good: [
      "Die Person arbeitet als Prüferin beim TÜV in Gera.",
      "Einem Kunden verweigerte sie wegen der Bremsen die Plakette.",
      "Ihr Mann Olaf muss wegen seines Herzens das Rauchen aufgeben.",
      "Am besten tut ihm Bewegung.",
    ],
  },
  {
    language: "fr",
    previous: "Bastien, 33 ans, infirmier à Brest, une sœur, Maud.",
    said: [
      ["On nous interdit de prendre nos congés ensemble dans le service.", "C'est fréquent."],
      ["Maud se marie le 4, je dois faire un discours, je cale.", "Commencez par un souvenir."],
      ["Trois minutes max elle a dit.", "Court et tendre."],
      ["Le bon pain me manque depuis le régime.", "Courage."],
    ],
    good: [
      "Bastien, 33 ans, est infirmier à Brest.",
      "Les congés simultanés ne sont plus permis dans le service.",
      "Il prépare un discours de trois minutes pour le mariage de Maud, sa sœur, le 4.",
      "Il suit un régime sans pain.",
    ],
  },
  {
    language: "fr",
    previous: null,
    said: [
      [
        "Je suis prof de maths à Metz, mes élèves trichent avec leur téléphone.",
        "Que dit l'établissement ?",
      ],
      ["Rien ! Alors je ramasse tout à l'entrée.", "Bonne idée."],
      ["Mon fils Théo veut un chien, le bailleur dit non.", "Dommage."],
    ],
    good: [
      "Professeur de mathématiques à Metz.",
      "Les téléphones sont ramassés avant le cours pour empêcher la triche.",
      "Le propriétaire refuse le chien que Théo, son fils, voudrait.",
    ],
  },
  {
    language: "de",
    previous: "Mehmet, 50, Busfahrer in Ulm.",
    said: [
      ["Wir dürfen jetzt kein Radio mehr im Bus anmachen.", "Schade."],
      ["Der Bordcomputer meldet ständig Tür offen.", "In die Werkstatt."],
      ["Meine Tochter Elif schreibt ihre Bachelorarbeit über Hefe, 60 Seiten.", "Spannend."],
      ["Man sollte mir abends keinen Kaffee geben.", "Verstanden!"],
    ],
    good: [
      "Mehmet, 50, ist Busfahrer in Ulm.",
      "Radio ist im Dienst nicht mehr erlaubt.",
      "Sein Bus zeigt einen Türfehler an.",
      "Elif, die Tochter, verfasst eine Abschlussarbeit von 60 Seiten über Hefe.",
      "Abends verträgt er keinen Kaffee.",
    ],
  },
  {
    language: "fr",
    previous: "Inès, 22 ans, étudiante en droit à Lille.",
    said: [
      ["Mon mémoire doit faire 80 pages, j'en suis à 20.", "Courage."],
      ["Mon directeur ne répond jamais.", "Relancez-le."],
      ["Je suis intolérante au gluten, la cantine s'en fiche.", "Signalez-le."],
    ],
    good: [
      "Inès, 22 ans, étudie le droit à Lille.",
      "Un quart de son mémoire est rédigé.",
      "Son directeur de recherche reste muet.",
      "Elle ne tolère pas le gluten et la cantine n'en tient pas compte.",
    ],
  },
  {
    language: "es",
    previous: null,
    said: [
      ["Soy Gael, árbitro de ajedrez en Quito, me cambiaron el reglamento.", "¿Mucho?"],
      ["Ya no dejan relojes inteligentes.", "Lógico."],
      ["Mi mamá no puede con el ruido.", "Paciencia."],
    ],
    good: [
      "Gael es árbitro de ajedrez en Quito.",
      "Los relojes inteligentes quedaron prohibidos en los torneos.",
      "Su madre no soporta el ruido.",
    ],
  },
];
