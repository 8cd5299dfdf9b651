// The processes behind a window, as Linux knows them.
import fs from 'node:fs';

/**
 * Ids of the language server of the VS Code that keeps its data in `dataDir`, and of the extension host that started it;
 * nothing while there is none.
 */
export function serverProcess(dataDir) {
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const args = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8');
      if (!args.includes(dataDir) || !args.includes('/dist/server.js')) continue;
      const parent = /^PPid:\s+(\d+)$/m.exec(fs.readFileSync(`/proc/${name}/status`, 'utf8'));
      return { pid: Number(name), extensionHost: Number(parent?.[1]) };
    } catch {
      continue; // It has ended meanwhile.
    }
  }
  return undefined;
}
