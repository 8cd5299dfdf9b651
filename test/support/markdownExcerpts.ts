/** Excerpts of invented queues with what markdown, tools and other systems do to them. */

/** Excerpts of invented queues that hold, between them, every form the dialect and markdown give us to read. */

const ticks = '```';

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

export const markdownExcerpts = { fences, blocks, odd, glued, escaped } as const;
