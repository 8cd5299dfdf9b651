// Opens the extension in the person's own desktop VS Code, where there is one.
import fs from 'node:fs';
import path from 'node:path';
import { root, runOrThrow } from './processes.mjs';

/**
 * The `code` command on the PATH; undefined when there is none, or when it could not show a window: a Linux machine
 * without a display, such as one reached by ssh.
 */
export function findDesktopCode(env = process.env) {
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  const candidates = (env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  const found = candidates.find((file) => fs.existsSync(file));
  if (found && process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    console.log(`  ${found} is there, but no display is: using the bundled VS Code.`);
    return undefined;
  }
  return found;
}

/** Opens a window of its own with the extension under development and a throw-away profile. */
export async function openInDesktop(code, workspace, stateDir) {
  const isRoot = process.getuid?.() === 0;
  const args = [
    `--extensionDevelopmentPath=${root}`,
    '--profile-temp',
    '--new-window',
    // Desktop VS Code refuses to run as root without these two.
    ...(isRoot ? ['--no-sandbox', `--user-data-dir=${path.join(stateDir, 'desktop')}`] : []),
    workspace,
  ];
  // A .cmd file needs a shell, and a shell needs quotes.
  if (process.platform === 'win32') {
    await runOrThrow(
      `"${code}"`,
      args.map((argument) => `"${argument}"`),
      { shell: true },
    );
  } else {
    await runOrThrow(code, args);
  }
}
