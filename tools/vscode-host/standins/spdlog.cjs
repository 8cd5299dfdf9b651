// Stands in for the native log sink `@vscode/spdlog`, which ships no Linux binary: the same interface on plain file
// writes with size-based rotation. VS Code only writes its log files through it, but reads those back to fill the
// Output panel, which stays empty without a working sink.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const levelNames = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  #file;
  #size;
  #level = levelNames.indexOf('info');
  #isRaw = false;

  constructor(_kind, name, filename, maxSize, maxFiles) {
    Object.assign(this, { name, filename, maxSize, maxFiles });
    fs.mkdirSync(path.dirname(filename), { recursive: true });
    this.#file = fs.openSync(filename, 'a');
    this.#size = fs.fstatSync(this.#file).size;
  }

  trace(message) {
    this.#write(0, message);
  }
  debug(message) {
    this.#write(1, message);
  }
  info(message) {
    this.#write(2, message);
  }
  warn(message) {
    this.#write(3, message);
  }
  error(message) {
    this.#write(4, message);
  }
  critical(message) {
    this.#write(5, message);
  }

  getLevel() {
    return this.#level;
  }
  setLevel(level) {
    this.#level = level;
  }
  setPattern() {
    this.#isRaw = false;
  }
  clearFormatters() {
    this.#isRaw = true;
  }
  /** Writes are synchronous: there is never anything left to flush. */
  flush() {}

  drop() {
    if (this.#file === undefined) return;
    fs.closeSync(this.#file);
    this.#file = undefined;
  }

  #write(level, message) {
    if (level < this.#level || this.#file === undefined) return;
    const bytes = Buffer.from(
      this.#isRaw ? message : `${stamp()} [${levelNames[level]}] ${message}\n`,
    );
    if (this.#size > 0 && this.#size + bytes.length > this.maxSize) this.#rotate();
    this.#size += fs.writeSync(this.#file, bytes);
  }

  #rotate() {
    fs.closeSync(this.#file);
    const { dir, name, ext } = path.parse(this.filename);
    const nth = (n) => (n === 0 ? this.filename : path.join(dir, `${name}.${n}${ext}`));
    for (let n = this.maxFiles - 1; n >= 1; n--) {
      if (fs.existsSync(nth(n - 1))) fs.renameSync(nth(n - 1), nth(n));
    }
    this.#file = fs.openSync(this.filename, 'w');
    this.#size = 0;
  }
}

const stamp = () => new Date().toISOString().replace('T', ' ').replace('Z', '');

const create =
  (kind) =>
  async (...args) =>
    new Logger(kind, ...args);

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create('rotating');
exports.createAsyncRotatingLogger = create('rotating_async');
