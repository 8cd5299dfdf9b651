/** A queue with files beside it that contradict it, by path. */
export const queue = `# Jobs

### p1-plan: Plan
- **Status:** complete

### p2-build: Build
- **Status:** in-progress
- **Model:** any
- **Worker:** w-7
- **Started:** 2026-01-15 06:00
`;
export const progress = '# Task: p1-plan\n\n**Status:** In Progress\n';
const heartbeat =
  '{ "taskId": "p2-build", "sessionKey": "s", "lastHeartbeat": "2026-01-15T11:55:00Z" }';

export const texts = {
  'PROACTIVE-JOBS.md': queue,
  'scheduler/progress/p1-plan.md': progress,
  'scheduler/heartbeats/p2-build.json': heartbeat,
  'scheduler/inboxes/validator/1.json': '{ "subject": ',
};
