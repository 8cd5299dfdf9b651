// Stands in for the native `@vscode/native-watchdog`, which ships no Linux binary: ends the extension host once the
// process that started it is gone, so that a killed server leaves nothing behind.
'use strict';

const parentLost = 87; // The exit code of the native module.

exports.start = (parent) => {
  const look = () => {
    try {
      process.kill(parent, 0);
    } catch (error) {
      if (error.code === 'ESRCH') process.exit(parentLost);
    }
  };
  setInterval(look, 1000).unref();
};

exports.exit = (code) => process.exit(code);
