import { checkGeneratedAnswers } from "./generated-answers.kit.ts";

// So many that no mistake of the rules is rare among them; the seed of what fails is in the error.
checkGeneratedAnswers(Number(process.argv[2] ?? 100_000));
