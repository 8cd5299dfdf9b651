/** What the words of the plan mean, for who points at them. */
export const planMeanings = {
  waitsFor: 'Tasks that must be done first, directly or not',
  blocks: 'Open tasks that wait for this one, directly or not',
  wave: 'The step it is planned for: tasks of a wave run together, as many as there are slots',
  slack: 'Steps that it may be late without delaying the end',
} as const;
