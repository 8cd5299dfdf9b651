// The life of the language server: one at most, and none that nobody wants.
import { expect, test } from 'vitest';
import { ServerLife, type Server } from '../../client/src/serverLife';

/** A server that comes up, and ends, when the test says so; while it starts it cannot be ended. */
class FakeServer implements Server {
  isAlive = false;
  comeUp = (): void => undefined;
  failToStart = (): void => undefined;
  #isStarting = false;

  constructor(readonly crash: () => void) {}

  start(): Promise<void> {
    this.#isStarting = true;
    return new Promise((resolve, reject) => {
      this.comeUp = () => {
        this.#isStarting = false;
        this.isAlive = true;
        resolve();
      };
      this.failToStart = () => {
        this.#isStarting = false;
        reject(new Error('no'));
      };
    });
  }

  dispose(): Promise<void> {
    if (this.#isStarting) return Promise.reject(new Error('It is starting.'));
    this.isAlive = false;
    return Promise.resolve();
  }
}

function lifeOfServers() {
  const made: FakeServer[] = [];
  const states: string[] = [];
  const due: (() => void)[] = [];
  const life = new ServerLife<FakeServer>({
    create(crashed) {
      const server = new FakeServer(crashed);
      made.push(server);
      return server;
    },
    stateChanged: (state) => states.push(state),
    now: () => 0,
    after(_, task) {
      due.push(task);
      return () => due.splice(due.indexOf(task), 1);
    },
    log: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  });
  return { life, made, states, due };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a server is started once, however often it is asked for', async () => {
  const { life, made, states } = lifeOfServers();
  const started = Promise.all([life.start(), life.start()]);
  made[0]?.comeUp();
  await started;
  expect([made.length, states]).toEqual([1, ['starting', 'running']]);
});

test('one that is restarted while it starts does not live on beside the new one', async () => {
  const { life, made } = lifeOfServers();
  void life.start();
  void life.restart();
  await settled();
  made[1]?.comeUp();
  made[0]?.comeUp();
  await settled();
  expect(made.map(({ isAlive }) => isAlive)).toEqual([false, true]);
  expect([life.server, life.state]).toEqual([made[1], 'running']);
});

test('one that is stopped while it starts is gone once it has come up', async () => {
  const { life, made } = lifeOfServers();
  void life.start();
  await life.stop();
  made[0]?.comeUp();
  await settled();
  expect([made[0]?.isAlive, life.server, life.state]).toEqual([false, undefined, 'stopped']);
});

test('a crashed one is started again, unless everything was stopped meanwhile', async () => {
  const { life, made, due } = lifeOfServers();
  void life.start();
  made[0]?.comeUp();
  await settled();
  made[0]?.crash();
  made[0]?.crash();
  expect([life.state, due.length]).toEqual(['restarting', 1]);
  due.shift()?.();
  // The pause is over, and the old one is just being ended.
  await life.stop();
  await settled();
  expect([made.length, life.state]).toEqual([1, 'stopped']);
});

test('one that does not come up is tried again, and given up after the fifth time', async () => {
  const { life, made, states, due } = lifeOfServers();
  void life.start();
  for (let n = 0; n < 6; n++) {
    made[n]?.failToStart();
    await settled();
    due.shift()?.();
    await settled();
  }
  expect(made).toHaveLength(6);
  expect(states).toEqual(['starting', 'restarting', 'failed']);
  void life.restart();
  await settled();
  expect([made.length, life.state]).toEqual([7, 'starting']);
});
