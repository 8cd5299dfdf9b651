import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactSecrets } from '../../../server/src/core/prompt/redactSecrets';
import { checkProperty, patience } from '../../support/properties';

/** Put together at run time, so that nobody's scanner takes a test for a leak. */
const random = 'q7Zt2LxB9wKd4RmV';
const long = `${random}${random}${random}`;

test.each([
  ['a GitHub token', `use ghp_${long.slice(0, 36)} here`, 'use [left out: token] here'],
  ['an API key', `OpenAI sk-${long}`, 'OpenAI [left out: token]'],
  ['an AWS key id', 'AKIA' + 'ABCDEFGHIJKLMNOP', '[left out: token]'],
  ['a JWT', `eyJ${random}.eyJ${random}.${random}`, '[left out: token]'],
  [
    'credentials in an address',
    'postgres://app:s3cr3t@db.local/main',
    'postgres://[left out: login of an address]@db.local/main',
  ],
  [
    'a token as user of an address',
    'https://oauth2:abc123def@git.local/x.git',
    'https://[left out: login of an address]@git.local/x.git',
  ],
  [
    'a web hook',
    `https://hooks.slack.com/services/T0/B0/${random}`,
    '[left out: address with a secret]',
  ],
  [
    'a bearer header',
    `Authorization: Bearer ${random}`,
    'Authorization: Bearer [left out: authorization]',
  ],
  ['an assignment', 'DB_PASSWORD=hunter22', 'DB_PASSWORD=[left out: password or key]'],
  ['a quoted assignment', `apiKey = "${random}"`, 'apiKey = "[left out: password or key]"'],
  [
    'a field of JSON',
    `{"clientSecret": "${random}"}`,
    '{"clientSecret": "[left out: password or key]"}',
  ],
  ['a field in bold', '- **Password:** Hunter22', '- **Password:** [left out: password or key]'],
  ['a field in backticks', 'token: `a1b2c3d4e5`', 'token: `[left out: password or key]`'],
  ['a flag', 'run --token abc123def now', 'run --token [left out: password or key] now'],
  ['a value of digits only', 'PIN_TOKEN: 8273645190', 'PIN_TOKEN: [left out: password or key]'],
])('%s is left out', (_, text, expected) => {
  expect(redactSecrets(text).text).toBe(expected);
  expect(redactSecrets(text).left).toHaveLength(1);
});

test('a private key is left out whole, and without its end to the end of the text', () => {
  const head = '-----BEGIN OPENSSH PRIVATE ' + 'KEY-----';
  const tail = '-----END OPENSSH PRIVATE ' + 'KEY-----';
  expect(redactSecrets(`a\n${head}\nAAAA\nBBBB\n${tail}\nb`).text).toBe(
    'a\n[left out: private key]\nb',
  );
  expect(redactSecrets(`a\n${head}\nAAAA\nBBBB`).text).toBe('a\n[left out: private key]');
});

test.each([
  'Token: see the vault',
  'Reset the password: users get a mail',
  'The secret is kept in the vault, the token expires after an hour.',
  'password: required',
  'API_KEY=$API_KEY',
  'API_KEY=${{ secrets.API_KEY }}',
  'const token = process.env.TOKEN',
  'const token = createToken(user)',
  'password: "********"',
  'token: <your-token>',
  'PASSWORD=changeme',
  'docs/secrets/README.md',
  'Token file: ./config/token.json',
  'agent:main:subagent:5b0c2a61-7d3e-4f0a-9c44-1e8f2a90d711',
  'commit 3f9c2d1a8b7e6f5d4c3b2a190817263544536271',
  'https://git.local/group/repo.git',
  'ssh://git@git.local:2222/repo',
  'postgres://${USER}:${PASSWORD}@db.local/main',
  'p2-3-token-refresh: done',
  'Write tests for the tokenizer: numbers, words, ends',
  'Basic authentication works',
])('%s stays as it is', (text) => {
  expect(redactSecrets(text)).toEqual({ text, left: [] });
});

test('redacting twice changes nothing more, whatever the text', { ...patience }, () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('password', 'api_key', 'token', '--secret', '=', ': ', ':=', '"', '`', '**'),
    fc.constantFrom('-----BEGIN RSA PRIVATE KEY-----', 'https://', 'a:b@', 'Bearer ', `sk-${long}`),
    fc.constantFrom(random, 'hunter22', '[left out: token]', '\n', ' ', '$', '('),
  );
  checkProperty(
    'redacting is idempotent',
    500,
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const once = redactSecrets(pieces.join('')).text;
      expect(redactSecrets(once)).toEqual({ text: once, left: [] });
    }),
  );
});
