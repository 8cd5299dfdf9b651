/**
 * A stand-in for the command lines of Claude Code and Codex: it speaks their JSON lines and does what a marker in its
 * prompt says, or $FAKE_AGENT_ORDERS by words of the prompt, where people look at it ({"Mix the dough": "hang"}). Which of
 * the two it is follows from the name it is called by. Each start is a line in $FAKE_AGENT_LOG.
 *   [[finish]] [[fail]] [[hang]] [[stubborn]] [[chatter]] [[silent]] [[crash]] [[leave]]
 */
import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, writeSync } from 'node:fs';
import { basename } from 'node:path';

const name = basename(process.argv[1] ?? '');
const args = process.argv.slice(2);
const option = (key: string) =>
  args.find((arg) => arg.startsWith(`--${key}=`))?.slice(key.length + 3);
const say = (event: object) => writeSync(1, `${JSON.stringify(event)}\n`);

if (args[0] === '--version') {
  writeSync(1, name === 'codex' ? 'codex-cli 0.0.1\n' : '0.0.1 (Fake Code)\n');
  process.exit(0);
}

const last = args[args.indexOf('--') + 1] ?? '';
const isOnStdin = last === '-' || !args.includes('--');
const prompt = isOnStdin ? readFileSync(0, 'utf8') : last;
const start = { name, args, prompt, pid: process.pid, cwd: process.cwd(), env: process.env };
appendFileSync(process.env['FAKE_AGENT_LOG'] ?? '/dev/null', `${JSON.stringify(start)}\n`);

const claude = {
  begin: () =>
    say({
      ...{ type: 'system', subtype: 'init', session_id: option('session-id') },
      model: `full-name-of-${option('model')}`,
    }),
  speak: (text: string, index: number) =>
    say({
      type: 'assistant',
      message: {
        ...{ id: `msg_${index}`, content: [{ type: 'text', text }] },
        usage: { input_tokens: 10, output_tokens: 5 },
      },
    }),
  end: (isGood: boolean, text: string) =>
    say({
      ...{ type: 'result', subtype: 'success', is_error: !isGood, result: text },
      ...{ session_id: option('session-id') },
      usage: { input_tokens: 100, cache_read_input_tokens: 20, output_tokens: 3 },
    }),
};

const codex = {
  begin: () => {
    say({ type: 'thread.started', thread_id: `thread-of-${process.pid}` });
    say({ type: 'turn.started' });
  },
  speak: (text: string, index: number) =>
    say({ type: 'item.completed', item: { id: `item_${index}`, type: 'agent_message', text } }),
  end: (isGood: boolean, text: string) =>
    isGood
      ? say({ type: 'turn.completed', usage: { input_tokens: 120, output_tokens: 3 } })
      : say({ type: 'turn.failed', error: { message: text } }),
};

const voice = name === 'codex' ? codex : claude;
const end = (isGood: boolean, text: string) => {
  voice.end(isGood, text);
  process.exit(isGood ? 0 : 1);
};

const orders = JSON.parse(process.env['FAKE_AGENT_ORDERS'] ?? '{}') as Record<string, string>;
const ordered = Object.entries(orders).find(([words]) => prompt.includes(words))?.[1];
const marker = ordered ?? /\[\[(\w+)\]\]/.exec(prompt)?.[1];
voice.begin();
switch (marker) {
  case 'finish':
    voice.speak('I have done it.', 1);
    end(true, 'I have done it.');
    break;
  case 'fail':
    end(false, 'I could not do it.');
    break;
  case 'chatter':
    for (let index = 0; index < 4_000; index++)
      voice.speak(`Line ${index}. ${'x'.repeat(500)}`, index);
    end(true, 'I have said it all.');
    break;
  case 'silent':
    process.exit(0);
    break;
  case 'crash':
    writeSync(2, 'something broke\n');
    process.exit(3);
    break;
  case 'leave': {
    // Begins something of its own, and waits.
    const child = spawn(
      process.execPath,
      ['-e', 'process.stdin.resume(); setInterval(() => 0, 1e6)'],
      {
        stdio: 'ignore',
      },
    );
    voice.speak(`child ${child.pid}`, 1);
    setInterval(() => undefined, 1_000_000);
    break;
  }
  case 'stubborn':
    process.on('SIGTERM', () => voice.speak('No.', 2));
    voice.speak('I stay.', 1);
    setInterval(() => undefined, 1_000_000);
    break;
  default:
    voice.speak('I am at it.', 1);
    setInterval(() => undefined, 1_000_000);
}
