/** Excerpts of invented queues that hold, between them, every form the dialect gives us to read. */

const headings = `# Bakery rollout

> Updated 2026-11-20 09:00 EST. MAX 2 DEV TASKS IN-PROGRESS at any time.

**Worker Slots:** 1/2 occupied (p2-1-oven)

## Phase 2: Ovens

### p2-0-plan: Draw the plan ✅
- **Status:** complete
- **Priority:** HIGH
- **Model:** sonnet
- **Completed:** 2026-11-18 17:02 EST

### p2-1-oven: Wire the oven 🔄
- **Status:** in-progress (manager)
- **Depends On:** p2-0-plan ✅
- **Worker:** session-17
- **Started:** 2026-11-20 08:10 EST
- **Sub-Tasks:**
  - p2-1-oven-a: ✅ completed
  - p2-1-oven-b: pending
- **Description:** Long words
  that go on in a second line
lazily without indentation

#### Acceptance
- [ ] it heats
- [x] it stops

---

Notes behind the rule are nobody's body.
- **Status:** failed

### p2-1-oven Validation Details
**Status:** complete

### p2-2-door — Hang the door
- **Status:** ⏳ pending (after p2-1-oven)
- **Blocked By:** Phase 1-3, p2-0 through p2-4
`;

const taskHeadings = `# Queue

## Worker Capacity
**Worker Capacity:** 2/2 slots occupied (till-1-scan, till-1-pay)

## TASK: till-1-scan - Read bar codes 🔄 IN PROGRESS
**Status:** in-progress  
**Priority:** P0 (urgent) | **Min Model:** haiku
**Dependencies:** None

### What
Prose with a **bold** word and \`code\`.

### Dependencies
- till-0-power ✅ (done)
- till-0-net: pending

## TASK: till-1-pay - Take money
**Status:** \`needs-validation\` ✅
**Parent:** till-1
**Dependencies:** till-1-scan, till-9-gone; Phase A complete

**Claimed Complete:** 2026-11-19 24:30 EST

## 🧾 till-2-print (Track 1)
**Status:** blocked (awaiting till-1-pay)
`;

const idFields = `## Paint the sign
**Task ID:** sign-1-paint
**Status:** pending
**Requires:** "All prerequisites met"

## Hang the sign
**Task ID:** \`sign-2\`
**Status:** VALIDATION DISPUTE

## Nobody's heading
**Status:** done

## group-7 things
### group-7: all of these
#### group-7-a: one ✅
#### group-7-b ❌
`;

const lines = `crate-1|in-progress|Count crates|Min Model: Sonnet|Dependencies: crate-0
crate-0|done|Order crates|**Completed:** 2026-11-02
crate-2|whatever|No record, the status is unknown
crate-3|pending||Depends On: crate-1, crate-2

- [x] yard-1 - Sweep the yard
- [ ] **yard-2:** Paint lines
  - **Status:** in-progress
  - **Depends On:** yard-1
- [🔄] yard-3 - Fence **BLOCKED: no wood**
- [ ] a plain box
- ✅ lamp-1: bulbs bought
- lamp-2 ⏳
  - 🔄 lamp-3: indented, no task
1. ✅ lamp-4: numbered, no task
* ❌ lamp-5: another bullet
`;

const tables = `## Queue

| Task ID | Title | Status | Depends On |
|---------|:-----:|--------|-----------:|
| \`shelf-1\` | Build | ✅ complete | - |
| **shelf-2** (new) | Fill | pending | shelf-1 |
| shelf-2 | Fill again | blocked | |
| modals (all) | no id | pending |
shelf-3 | without edges | queued

| Story | Status |
| --- | --- |
| US-1-cook | open |

| Slot | Task | State |
|---|---|---|
| 1 | shelf-2 | busy |
| 2 | - | Available |

| Bead ID | Summary |
|---|---|
| pan-abc | scrub |

| orphan-1 | row | here |

- | a | b |
  |---|---|
  | nested-1 | pending |

> | Task ID | Status |
> |---|---|
> | quoted-1 | done |
`;

const dividers = `════════════════
### WAVE 1: FOUNDATION
════════════════

### wave-a ⏳
- **Status:** in-progress
- **Started:** 2026-11-20 HH:MM EST

# ----------
## Phase -1: Before
## PHASE 2.5 — Between ✅
### PHASE-B: letters
- **Status:** pending
- **Phase:** Phase B
### Phase 1-3: ranges
## Worker Slots (Max 2)
- **Current:** 1/2 occupied (wave-a)
- **Running:** wave-a
## Archived Tasks
### old-1
- **Type:** Epic
### old-2: gone
- **Description:** no status
#### Dependencies: old-1
`;

const components = `# Parts

| Component | Status | Notes |
|-----------|--------|-------|
| api-server | ✅ COMPLETE | |
| web-client | 🔄 IN PROGRESS | waits for api-server |
| Nothing | here | |

Max Slots: 3
- **Max Slots:** 3
- **Current Capacity:** 3 slots
- **Active Workers:** 1

1. Capacity 2/3 slots used

P0-1: not a heading
### P0-1: Fix **everything** \`now\`
Status: in-progress
Agent: nobody

Status: not here any more
`;

export const dialectExcerpts = {
  headings,
  taskHeadings,
  idFields,
  lines,
  tables,
  dividers,
  components,
} as const;
