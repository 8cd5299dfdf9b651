/** The help text. */

export const usage = `proactive-jobs - checks PROACTIVE-JOBS.md queues

Usage
  proactive-jobs check [PATH ...] [options]   report the problems of queue files, and of
                                              the files beside them in scheduler/
  proactive-jobs inspect FILE [options]       print what is read from one queue, as JSON
  proactive-jobs inspect FILE --as KIND [--path PATH] [options]
                                              the same for a file beside a queue
  proactive-jobs verify ID [PATH] [--project NAME=FOLDER ...] [options]
                                              look for the files and commits that the
                                              progress of a task claims, in its repository
  proactive-jobs graph [PATH] --format svg|mermaid|dot|json|html [--query QUERY]
                              [--theme light|dark] [-o FILE] [options]
                                              draw the dependencies of one queue
  proactive-jobs list [PATH ...] [--query QUERY] [--format text|json] [options]
                                              list tasks, a line each
  proactive-jobs --help | --version

A PATH of check is a queue file, or a folder that is searched for PROACTIVE-JOBS.md and
PROACTIVE-JOBS-*.md (not in node_modules, no *TEMPLATE*). Without any: this folder.
A KIND is progress, heartbeat, note, portfolio, message, spawn-request, spawn-response
or verdict; the PATH behind --path is the place that the file has in its workspace.
verify answers verified, missing or cannot-check with the reason, as text or json. It
looks into the folder of the project that the task names (Repository, Project Directory
or Project), as --project maps it, and nowhere else.
A PATH of graph is one queue, or a folder with one. It draws everything, or only what a
QUERY finds, such as 'status:ready blocks:>3' or '2+p2-1+'; in light colours unless told
otherwise; to the output unless a FILE is named, which may exist but never be a queue.
list takes PATHs as check does, and ends with 1 when a QUERY finds nothing. What a QUERY
can ask: docs/query.md.

Options
  --format text|json|sarif   how check reports (text)
  --fail-on SEVERITY         exit with 1 from this severity on:
                             error, warning, information or hint (warning)
  --at TIME                  the clock, such as 2026-02-13T01:11:57-05:00 (now)
  --times FILE               when files changed, in place of the disk's word:
                             {"at": TIME, "files": {"path": TIME, ...}}
  --zone ZONE                zone of times written without one: local, UTC, -05:00,
                             America/New_York (the offset of the clock, else local)
  --rule CODE=SEVERITY       report a code as off, hint, information, warning or
                             error; may be repeated

Exit status
  0  nothing at or above --fail-on
  1  findings at or above --fail-on; verify: something is missing; graph: the query
     finds nothing
  2  wrong usage, or a file that cannot be read
`;
