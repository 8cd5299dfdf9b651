/** Has a task wait for another one. */
import { commandIds } from '../../../server/src/protocol/commandIds';
import { chooseGraphTask, pickGraphTask } from '../graph/chooseGraphTask';
import { steerByCommand } from '../graph/steerByCommand';
import type { Command } from './command';

export const addDependency: Command = {
  id: commandIds.addDependency,
  async run(context, argument) {
    const chosen = await chooseGraphTask(context, argument, 'Add Dependency to Task');
    if (chosen === undefined) return;
    const { graph, task, queueUri } = chosen;
    const others = graph.tasks.filter(({ key }) => key !== task.key);
    const to = await pickGraphTask(others, `${task.id} waits for`);
    if (to === undefined) return;
    const edit = { kind: 'addDependency', from: task.key, to: to.key } as const;
    await steerByCommand(context.client, queueUri, edit);
  },
};
