const counts = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

export const count = (number: number): string => counts.format(number);

/** Says how many there are of a thing: `1 dead letter`, `2 dead letters`. */
export const counted = (number: number, thing: string, things = `${thing}s`): string =>
  `${count(number)} ${number === 1 ? thing : things}`;
