// Runs other programs. Uses nothing but Node, since it must work before any dependency is installed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Runs a program in the repository and resolves to its exit code. Its output is shown, or kept back until it fails
 * when `quiet` is set. A program that cannot be started rejects.
 */
export function run(program, args, { quiet = false, env = {}, cwd = root, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'];
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio, shell });
    let kept = '';
    child.stdout?.on('data', (chunk) => (kept += chunk));
    child.stderr?.on('data', (chunk) => (kept += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const exitCode = code ?? 128;
      if (exitCode !== 0 && kept) process.stdout.write(kept);
      if (signal) console.log(`${program} was ended by ${signal}`);
      resolve(exitCode);
    });
  });
}

/** Like `run`, for programs whose failure ends the step; `remedy` tells the person what to do about it. */
export async function runOrThrow(program, args, { remedy = '', ...options } = {}) {
  const command = [program, ...args].join(' ');
  const code = await run(program, args, options).catch((error) => {
    throw new Error(`\`${command}\` could not be started (${error.message}). ${remedy}`.trim());
  });
  if (code !== 0) throw new Error(`\`${command}\` ended with exit code ${code}. ${remedy}`.trim());
}

/** Runs npm the way this process was started by it, which also works where `npm` is a shell script (Windows). */
export function runNpm(args, options) {
  const npmScript = process.env.npm_execpath;
  return npmScript?.endsWith('.js')
    ? runOrThrow(process.execPath, [npmScript, ...args], options)
    : runOrThrow('npm', args, options);
}
