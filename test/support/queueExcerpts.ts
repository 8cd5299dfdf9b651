/** Excerpts of invented queues that hold, between them, every form the dialect and markdown give us to read. */

const ticks = '```';

export interface Excerpt {
  readonly name: string;
  readonly text: string;
}

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

const fences = `## samples-1: What to write
- **Status:** pending

${ticks}markdown
### not-a-task: inside
- **Status:** failed
${ticks}ts
const x = 1;
${ticks}
still inside
${ticks}

- ~~~/path~~ is text
~~~
### not-a-task-2
~~~

   ${ticks}json
{ "a": "<!-- no comment -->" }
   ${ticks}
<!-- ### hidden-1: no
- **Status:** done -->
<!-- one line --> ### hidden-2: text behind
## samples-2: After <!-- a note --> all
- **Status:** done <!-- since Monday -->
\`\`<!-- code span\`\`
`;

const blocks = `Setext title
===

Setext task-1-a
---

  ## indented-1: two blanks
- **Status:** pending

   ### indented-2: three blanks ✅
    ### indented-3: four, that is code
	### indented-4: a tab

<div>
## html-1: inside a block
- **Status:** done
</div>

<details>
<summary>More</summary>

### details-1: content
- **Status:** done
</details>

> ## quoted-2: never
> - **Status:** done
lazy line behind the quote
### behind-1: a heading ends the quote
- **Status:** ready
1. one
   ## inner-1: heading in a list item
   - **Status:** done
2. two

   para
- a
  - b
    - c

      deep para
      ## inner-2: deep
* * *
_________
═══════════════
[ref-1]: https://example.invalid/ "x"
`;

const odd = `\ufeff## odd-1: CRLF and friends ✅\r
- **Status:** complete\r
\r
## odd-2: tabs	and	more\r
-	**Status:**	blocked\r
	- **Depends On:** odd-1\r
-	**Depends On:**\r
	- odd-1 ✅\r
	- odd-9 ❌ (gone)\r
\r
## ðŸ”„ odd-3 â€” Damaged title âœ…\r
- **Status:** âœ… complete\r
- **Depends On:** cafÃ©-1, odd-2\r
## odd-4: emoji 👩‍🔧🏽 👍🏿 ⚠️\u2028not a line\u0085nor this\r
- **Status:**\u00a0pending\r
## odd-5: lone \ud83d half\r**Status:** done\r\r### odd-6: CR only\r- **Status:** running\r`;

const glued = `## glue-1: First
- **Status:** pending
- **Description:** the line ran on### glue-2: Second ✅
- **Status:** done
(The rest of the file remains unchanged)
... rest of the tasks stay the same ...
**A:** x | **Status:** y | **Depends On:** glue-1
Status: failed
Priority: low
Model: opus
`;

const escaped = `## esc-1: One\\n- **Status:** done\\n\\n## esc-2: Two ⏳\\n- **Status:** pending\\n- **Depends On:** esc-1\\n\\n| Task ID | Status |\\n|---|---|\\n| esc-3 | done |\\n`;

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

export const excerpts: readonly Excerpt[] = Object.entries({
  headings,
  taskHeadings,
  idFields,
  lines,
  tables,
  fences,
  blocks,
  odd,
  glued,
  escaped,
  dividers,
  components,
}).map(([name, text]) => ({ name, text }));
