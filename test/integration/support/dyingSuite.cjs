// A test module that does not live to its end; the environment says how it dies. For killedHost.test.mjs only.
'use strict';

const fs = require('node:fs');

const deaths = {
  exit: () => process.exit(0),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  none: () => {},
};

exports.run = async () => {
  fs.appendFileSync(process.env.TEST_REPORT, '{"outcome":"passed","title":"the one before"}\n');
  await new Promise((resolve) => setTimeout(resolve, 100));
  deaths[process.env.DEATH]();
  // What follows is never reached in a host that dies, whatever the time its signal takes to arrive.
  await new Promise((resolve) => setTimeout(resolve, process.env.DEATH === 'none' ? 0 : 60_000));
  fs.appendFileSync(process.env.TEST_REPORT, '{"ended":true}\n');
};
