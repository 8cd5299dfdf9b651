/** The queue that *Create Queue* writes: small, without problems, and everything in it explains itself. */

export const starterQueue = `# Proactive Jobs

**Worker Slots:** 0/2 occupied

## Phase 1: First steps

### p1-1: Describe the goal

- **Status:** pending
- **Model:** any
- **Dependencies:** none
- **Description:** What should be true when the project is done?

### p1-2: Split the goal into tasks

- **Status:** pending
- **Model:** any
- **Dependencies:** p1-1
- **Description:** One heading per task, with an id, a status and what it waits for.
`;
