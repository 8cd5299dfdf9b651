// Lays out a copy of samples/workspace to work in, as a git repository with the history that samples/history tells.
// samples/README.md describes the format. Never touches the samples themselves.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './processes.mjs';
import { shiftTimes, latestTime } from './sampleTimes.mjs';

const workspaceSource = path.join(root, 'samples', 'workspace');
const historySource = path.join(root, 'samples', 'history');

/**
 * Fills `target`, which must not exist yet. With `now`, every time is moved as if the samples had been written for
 * that moment: running tasks look alive. Without it, all is as written.
 * Where git is missing the copy simply has no history.
 * @param {string} target @param {{now?: Date}} [options]
 */
export function createSampleWorkspace(target, { now } = {}) {
  fs.mkdirSync(target, { recursive: true });
  if (hasGit()) replayHistory(target, now);
  copyTexts(workspaceSource, target, now);
  if (now) dateFiles(target, now);
}

function hasGit() {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // Not an error: the sample is as useful without its history.
  }
}

function replayHistory(target, now) {
  const steps = JSON.parse(fs.readFileSync(path.join(historySource, 'steps.json'), 'utf8'));
  git(target, ['init', '--quiet', '--initial-branch=main']);
  for (const { message, author, date, files } of steps) {
    for (const [place, source] of Object.entries(files)) {
      const file = path.join(target, place);
      if (source === null) fs.rmSync(file, { recursive: true, force: true });
      else copyTexts(path.join(historySource, source), file, now);
    }
    git(target, ['add', '--all']);
    const [, name, mail] = /^(.*) <(.*)>$/.exec(author);
    const when = now ? shiftTimes(date, now) : date;
    git(target, ['commit', '--quiet', '--allow-empty', '--message', message], {
      ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: mail, GIT_AUTHOR_DATE: when },
      ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: mail, GIT_COMMITTER_DATE: when },
    });
  }
}

/** Runs git free of the person's own configuration, hooks and signing, which must not change the sample. */
function git(target, args, env = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const own = { GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', args, {
    cwd: target,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...Object.fromEntries(inherited), ...own, ...env },
  });
}

/** Copies a file or a whole folder; what the source does not have stays as it is. */
function copyTexts(source, target, now) {
  if (fs.statSync(source).isDirectory()) {
    for (const name of fs.readdirSync(source)) {
      copyTexts(path.join(source, name), path.join(target, name), now);
    }
    return;
  }
  fs.mkdirSync(path.dirname(target), { recursive: true });
  const text = fs.readFileSync(source, 'utf8');
  fs.writeFileSync(target, now ? shiftTimes(text, now) : text);
}

/** A life sign is dated by its file: each file gets the latest time that its text gives. */
function dateFiles(folder, now) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || file.startsWith(path.join(folder, '.git', path.sep))) continue;
    const time = latestTime(fs.readFileSync(file, 'utf8'), now);
    if (time) fs.utimesSync(file, time, time);
  }
}
