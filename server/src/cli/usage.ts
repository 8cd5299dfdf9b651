/** The help texts, from the tables of commands and options. */
import { commandWords, queueCommandNames, type CommandName } from './commandTable';
import { optionOf, type OptionName, type OptionWords } from './optionTable';
import { isWorkerCommandName, workerCommandNames } from './workers/workerCommand';

const widest = 92;

const workerNotes = `Notes
  Run it in the folder that the editor opens: attempts are recorded there, in
  scheduler/spawn-queue/.proactive-jobs, for editor and command line alike, and so no task
  is started twice. Typing such a command is your word that you trust the folder.
  Much of it can be said in $XDG_CONFIG_HOME/proactive-jobs/config.json (~/.config/...) and
  in variables such as PROACTIVE_JOBS_BACKEND.
  Nothing of it is ever read from the workspace.
`;

/** What there is: every command in a line. */
export function overview(): string {
  const lines = (names: readonly CommandName[]): string =>
    columns(names.map((name) => [name, commandWords(name).says]));
  return `proactive-jobs - checks PROACTIVE-JOBS.md queues and runs their workers

Usage
  proactive-jobs COMMAND [options]
  proactive-jobs COMMAND --help     what the command takes, an example, its exit statuses
  proactive-jobs --version

Queues
${lines(queueCommandNames)}
Workers
${lines(workerCommandNames)}`;
}

/** How one command is used: its options, an example and its exit statuses. */
export function commandUsage(name: CommandName): string {
  const { usage, says, more = [], options, ownWords = {}, example, exits } = commandWords(name);
  const row = (option: OptionName): readonly [string, string] => {
    const words: OptionWords = ownWords[option] ?? optionOf(option);
    const { short } = optionOf(option);
    const typed = `${short === undefined ? '' : `-${short}, `}--${option}`;
    return [words.value === undefined ? typed : `${typed} ${words.value}`, words.says];
  };
  return [
    `proactive-jobs ${name} - ${says}\n`,
    `Usage\n${usage.map((line) => `  proactive-jobs ${name} ${line}\n`).join('')}`,
    ...(more.length > 0 ? [more.map((line) => `${line}\n`).join('')] : []),
    `Options\n${columns(options.map(row))}`,
    `Example\n  proactive-jobs ${example}\n`,
    ...(isWorkerCommandName(name) ? [workerNotes] : []),
    `Exit status\n${columns(Object.entries(exits))}`,
  ].join('\n');
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([term]) => term.length)) + 4;
  return rows
    .map(([term, says]) => {
      const [first = '', ...others] = wrapped(says, widest - left);
      const indented = others.map((line) => `${' '.repeat(left)}${line}\n`);
      return `  ${term.padEnd(left - 2)}${first}\n${indented.join('')}`;
    })
    .join('');
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
