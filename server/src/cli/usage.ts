/** The help text. */

export const usage = `proactive-jobs - checks PROACTIVE-JOBS.md queues and runs their workers

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
  proactive-jobs spawn ID [--yes | --dry-run] [--override-slots]
                                              start a worker for a task, once
  proactive-jobs spawn --next | --fill        the most urgent ready task, or as many as
                                              there are free slots; shown first
  proactive-jobs retry ID                     put a failed or ended attempt aside and
                                              start the next one
  proactive-jobs workers [--reconcile]        attempts and what their workers do;
                                              --reconcile: write down what is learnt, and
                                              start what waits in the file queue if another
                                              back end can
  proactive-jobs cancel ID                    stop the worker of a task
  proactive-jobs reset ID [--gone]            put the attempt aside, the task is pending
                                              again; --gone: you have looked, no worker
                                              of it lives
  proactive-jobs adopt ID SESSIONKEY          take a session that you have found
  proactive-jobs claim ID [--summary TEXT]    the worker says it is done: needs-validation
  proactive-jobs complete ID [--override REASON]
                                              needs a PASS verdict, or a reason, which is
                                              written down
  proactive-jobs list [PATH ...] [--query QUERY] [--why ID] [--format text|json] [options]
                                              list tasks, a line each; --why: what keeps
                                              the QUERY from finding that task
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
  --spawn-queue FOLDER       where the file queue stands below the folder
                             (scheduler/spawn-queue)
  --rule CODE=SEVERITY       report a code as off, hint, information, warning or
                             error; may be repeated

Workers
  Run these commands in the folder that the editor opens: attempts are recorded there, in
  scheduler/spawn-queue/.proactive-jobs, for editor and command line alike, and so no task
  is started twice. Typing such a command is your word that you trust the folder.
  Without --yes, spawn and retry show what they would do and ask. Where nobody can be
  asked, they end with 2. A second spawn of a task says that its attempt exists.

  --backend NAME             auto, openclaw, process or queue (auto: the first that answers)
  --queue PATH               which queue is meant, where several have the id
  --json                     print JSON; spawn and retry then need --yes or --dry-run
  --template FILE            words for the worker, with places such as \${taskId}
  --max N                    workers at once (2); a lower limit in the queue wins
  --spawn-queue FOLDER       of the file queue, below this folder (scheduler/spawn-queue)
  --openclaw-url URL, --openclaw-agent ID
                             gateway and agent (ws://127.0.0.1:18789, main); its token
                             comes from OPENCLAW_GATEWAY_TOKEN
  --preset NAME              claude, codex, gemini, copilot or custom (claude)
  --command PATH, --arg=ARG  program of the back end process, and its arguments in place of
                             the preset's; --arg may be repeated
  --permission-mode MODE     acceptEdits, plan or default (acceptEdits)

  The same can be said in $XDG_CONFIG_HOME/proactive-jobs/config.json (~/.config/...) and in
  variables such as PROACTIVE_JOBS_BACKEND. Nothing of it is ever read from the workspace.

Exit status
  0  nothing at or above --fail-on; workers: done, or the attempt exists
  1  findings at or above --fail-on; verify: something is missing; graph: the query
     finds nothing; workers: refused, or provably not started
  2  wrong usage, or a file that cannot be read
  3  nobody can tell whether the worker has started: it keeps its slot, do not start another
`;
