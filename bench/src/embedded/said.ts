const names = ["Anna", "Bruno", "Chiara", "Dmitri", "Emre", "Fatima", "Goran", "Hana"];
const towns = ["Lisbon", "Turin", "Kazan", "Lviv", "Izmir", "Amman", "Split"];
const things = ["the ferry", "a bicycle", "her garden", "two letters", "an old piano"];

const of = (list: readonly string[], n: number) => list[n % list.length] ?? "";

/** What a person writes as the n-th message: 40 words with something to remember. */
export const said = (n: number): string =>
  `My friend ${of(names, n)} from ${of(towns, n)} called on day ${n}: she talked about ${of(things, n)} and wants to visit me in spring. ` +
  `I promised to pick her up at the station, and to cook something without nuts, because her son has an allergy.`;
