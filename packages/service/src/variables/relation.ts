/** What several variables have to do with each other, as the arguments of zod's `refine`. */
type Relation<Env> = [
  holds: (env: Env) => boolean,
  problem: { path: string[]; error: string; when: () => boolean },
];

/** The problem is told together with the others, not after them. */
const always = () => true;

/** Says of a variable what is wrong with it beside the others, when `holds` is false. */
export const relation = <Env>(
  name: string & keyof Env,
  holds: (env: Env) => boolean,
  error: string,
): Relation<Env> => [holds, { path: [name], error, when: always }];
