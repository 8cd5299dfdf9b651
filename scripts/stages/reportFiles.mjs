// Where the test runners leave their reports: dist-test/reports, ignored by git and kept until the next run.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../processes.mjs';

const folder = path.join(root, 'dist-test', 'reports');

/** The path of a report that certainly does not exist yet: an old one must never be taken for a new one. */
export function freshReportFile(name) {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  fs.rmSync(file, { force: true });
  return file;
}

/** The report; undefined when none was written, or only half of one. */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined; // The stage then counts as failed.
  }
}

/** The whole lines of a report that is written line by line; none when there is no file. */
export function readJsonLines(file) {
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}
