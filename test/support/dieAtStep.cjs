// Loaded before the language server: counts what it does to files of the workspace that workers need, and kills the
// whole process with SIGKILL just before step $DIE_AT. Each step is a line in $STEPS_LOG.
const fs = require('node:fs');
const promises = require('node:fs/promises');

const folder = process.env.DIE_IN;
let step = 0;
function count(name, path) {
  if (typeof path !== 'string' || !path.startsWith(folder)) return;
  step += 1;
  if (step === Number(process.env.DIE_AT)) process.kill(process.pid, 'SIGKILL');
  fs.appendFileSync(process.env.STEPS_LOG, `${name} ${path.slice(folder.length)}\n`);
}
const isWriting = (flags) => typeof flags === 'string' && /[wa+]/.test(flags);
for (const [name, isStep] of [
  ['mkdir', () => true],
  ['link', () => true],
  ['rename', () => true],
  ['unlink', () => true],
  ['open', (args) => isWriting(args[1]) || typeof args[1] === 'number'],
]) {
  const real = promises[name];
  promises[name] = function (...args) {
    if (isStep(args)) count(name, args[0]);
    return real.apply(this, args);
  };
}
