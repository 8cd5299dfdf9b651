/** The view of the queues, named as in `package.json`, and the command that VS Code makes of it. */
export const queueView = 'proactiveJobs.queue';
export const focusQueueView = `${queueView}.focus`;
