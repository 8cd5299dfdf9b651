import { describe, expect, it } from 'vitest';
import type { AgentOrder } from '../../../server/src/workers/backends/presets/agentPreset';
import { presetOf } from '../../../server/src/workers/backends/presets/presetOf';
import { readOutput } from '../../../server/src/workers/backends/presets/readOutput';

const order: AgentOrder = {
  prompt: '-x "do" it',
  sessionId: '11111111-2222-5333-a444-555555555555',
  label: 'alpha/task-1#1',
  cwd: '/work/project',
  model: 'small',
  permissionMode: 'acceptEdits',
};

describe('the arguments of each agent', () => {
  it.each([
    [
      'claude',
      [
        '--print',
        `--session-id=${order.sessionId}`,
        '--name=alpha/task-1#1',
        '--model=small',
        '--output-format=stream-json',
        '--verbose',
        '--permission-mode=acceptEdits',
        '--permission-prompts=none',
        '--',
        '-x "do" it',
      ],
    ],
    [
      'codex',
      [
        'exec',
        '--json',
        '--model=small',
        '--sandbox=workspace-write',
        '--cd=/work/project',
        '--skip-git-repo-check',
        '--',
        '-x "do" it',
      ],
    ],
    [
      'gemini',
      [
        '--prompt=-x "do" it',
        '--model=small',
        `--session-id=${order.sessionId}`,
        '--output-format=stream-json',
        '--approval-mode=auto_edit',
        '--skip-trust',
      ],
    ],
    [
      'copilot',
      [
        '--prompt=-x "do" it',
        '--model=small',
        `--session-id=${order.sessionId}`,
        '--output-format=json',
        '--allow-tool=write',
        '--no-ask-user',
      ],
    ],
    ['custom', ['-x "do" it']],
  ])('%s', (preset, args) => {
    expect(presetOf(preset).argumentsFor(order)).toEqual(args);
  });

  it.each(['claude', 'codex', 'gemini', 'copilot'])(
    '%s may write nothing in the modes that ask, and bypasses its questions in none',
    (preset) => {
      for (const permissionMode of ['default', 'plan', 'acceptEdits'] as const) {
        const args = presetOf(preset)
          .argumentsFor({ ...order, permissionMode })
          .join(' ');
        expect(args).not.toMatch(/yolo|danger|bypass|allow-all/i);
        if (permissionMode !== 'acceptEdits')
          expect(args).not.toMatch(/acceptEdits|auto_edit|workspace-write|allow-tool/);
      }
    },
  );

  it('leaves the model to the agent where none is asked for', () => {
    for (const preset of ['claude', 'codex', 'gemini', 'copilot'])
      expect(
        presetOf(preset)
          .argumentsFor({ ...order, model: undefined })
          .join(' '),
      ).not.toContain('--model');
  });
});

describe('the output of each agent', () => {
  const lines = (...events: readonly unknown[]) =>
    events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event))).join('\n');

  it('reads Gemini, with its own count of tokens', () => {
    const text = lines(
      { type: 'init', session_id: 's-1', model: 'flash' },
      { type: 'message', role: 'user', content: 'Do it.' },
      { type: 'tool_use', tool_name: 'write_file', parameters: {} },
      { type: 'message', role: 'assistant', content: 'Done.', delta: true },
      { type: 'result', status: 'success', stats: { total_tokens: 30 } },
    );
    expect(readOutput(text, presetOf('gemini'))).toMatchObject({
      ...{ sessionId: 's-1', model: 'flash', lastLine: 'Done.', tokens: 30 },
      ended: { isGood: true },
    });
  });

  it('reads why Gemini and Codex failed', () => {
    const gemini = lines({ type: 'result', status: 'error', error: { message: 'quota' } });
    expect(readOutput(gemini, presetOf('gemini'))).toMatchObject({
      ...{ lastLine: 'quota', tokens: undefined },
      ended: { isGood: false },
    });
    const codex = lines(
      { type: 'thread.started', thread_id: 't-1' },
      { type: 'turn.failed', error: { message: 'no such model' } },
    );
    expect(readOutput(codex, presetOf('codex'))).toMatchObject({
      ...{ sessionId: 't-1', lastLine: 'no such model' },
      ended: { isGood: false },
    });
  });

  it('counts the parts of one message of Claude once, and what the end says before all', () => {
    const message = { id: 'm-1', usage: { input_tokens: 10, output_tokens: 2 } };
    const part = { type: 'assistant', message: { ...message, content: [] } };
    const next = { type: 'assistant', message: { ...message, id: 'm-2', content: [] } };
    const result = { type: 'result', subtype: 'success', usage: { input_tokens: 50 } };
    const claude = presetOf('claude');
    expect(readOutput(lines(part, part, next), claude).tokens).toBe(24);
    expect(readOutput(lines(part, part, next), claude, false).tokens).toBeUndefined();
    expect(readOutput(lines(part, part, next, result), claude).tokens).toBe(50);
  });

  it('says nothing about tokens where nobody tells', () => {
    for (const preset of ['claude', 'codex', 'gemini', 'copilot', 'custom'])
      expect(readOutput('', presetOf(preset))).toMatchObject({
        ...{ tokens: undefined, lastLine: undefined, ended: undefined, entries: [] },
      });
  });

  it('passes over what is no event: half lines, other words, values of other kinds', () => {
    const claude = presetOf('claude');
    const text = lines(
      'Warning: something',
      '{"type":"assistant","message":{"content":[{"ty',
      [],
      null,
      { type: 'assistant', message: 7 },
      { type: 'assistant', message: { content: [7, null, { type: 'text', text: {} }] } },
      { type: 'result' },
    );
    expect(readOutput(text, claude)).toMatchObject({ entries: [], ended: { isGood: false } });
  });

  it('shows the last line of a text, cut to 500 units', () => {
    const text = `first\n${'x'.repeat(900)}\n\n`;
    expect(readOutput(text, presetOf('custom')).lastLine).toBe('x'.repeat(500));
  });
});
