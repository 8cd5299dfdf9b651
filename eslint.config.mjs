import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist',
      'dist-test',
      '.tsbuild',
      '.start',
      '**/node_modules',
      'samples',
      'test/fixtures',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
      'no-empty': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'No default exports: name what the file is named for.',
        },
      ],
    },
  },
  {
    files: ['server/src/{core,graphview}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'No default exports: name what the file is named for.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'Core and views have no clock: take `now` as an input.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Core and views have no clock: take `now` as an input.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Core and views have no randomness.',
        },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: ['node:*', 'fs', 'path', 'vscode', 'vscode-*'] },
      ],
    },
  },
  {
    files: ['client/src/**/*.ts'],
    ignores: ['client/src/notices.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'No default exports: name what the file is named for.',
        },
        {
          selector: 'MemberExpression[property.name=/^show(Information|Warning|Error)Message$/]',
          message: 'The editor would make links of foreign words: say it through notices.ts.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off', 'no-console': 'off' },
  },
  { files: ['*.ts'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['vitest.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
