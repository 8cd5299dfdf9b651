// Which stages of `npm test` the words behind it ask for: `ui` is a stage, `ui/graph` those of its test files whose name
// begins with "graph".

/**
 * The stages asked for, in their own order; all of them when nothing is asked for. `parts` of a stage are beginnings of
 * names of test files, and empty where the whole stage is meant.
 * @template {{name: string, hasParts?: boolean}} S
 * @param {readonly S[]} stages @param {readonly string[]} words
 * @returns {(S & {parts: string[]})[]}
 * @throws {Error} for a word that is no stage, or a part of a stage that has none
 */
export function chooseStages(stages, words) {
  const asked = words.map((word) => askedFor(stages, word));
  return stages
    .filter(({ name }) => words.length === 0 || asked.some((one) => one.name === name))
    .map((stage) => ({ ...stage, parts: partsOf(asked, stage.name) }));
}

function askedFor(stages, word) {
  const cut = word.indexOf('/');
  const [name, part] = cut < 0 ? [word] : [word.slice(0, cut), word.slice(cut + 1)];
  const stage = stages.find((one) => one.name === name);
  if (!stage) {
    const known = stages.map((one) => one.name).join(', ');
    throw new Error(`There is no stage ${name}. The stages are ${known}.`);
  }
  if (part !== undefined && !stage.hasParts)
    throw new Error(`The stage ${name} runs as a whole: ask for ${name} alone.`);
  return { name, part };
}

/** Whoever asks for a stage and for a part of it gets the stage. */
function partsOf(asked, name) {
  const own = asked.filter((one) => one.name === name);
  return own.some(({ part }) => !part) ? [] : own.map(({ part }) => part);
}
