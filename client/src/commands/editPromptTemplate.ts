/** Opens the words that every worker of this workspace gets, with their places for the task. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import type { Command } from './command';

export const editPromptTemplate: Command = {
  id: commandIds.editPromptTemplate,
  run: ({ workers }) => workers.prompts.editTemplate(),
};
