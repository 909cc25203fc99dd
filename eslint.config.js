import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const capabilities = [
  'people',
  'appointments',
  'encounter',
  'measurement',
  'programme',
  'outcomes',
  'record',
  'rights',
  'audit',
];

/** The rooms of the house: who may import what. Sideways only through a capability's public index. */
const sideways = capabilities.map((name) => ({
  group: [`**/${name}/*`, `!**/${name}/index.ts`, `@plumbline/shared/${name}/*`],
  message: `Import ${name} through its index.ts.`,
}));

const only = (folder, name) => ({
  name,
  message: `Only client/src/${folder} imports ${name}.`,
});

const mediaPipe = only('pose', '@mediapipe/tasks-vision');
const liveKit = only('room', 'livekit-client');

function rooms(files, { paths = [], patterns = [], ignores = [] }) {
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { paths, patterns }] } };
}

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/.cache/**',
      '**/.data/**',
      '**/*.js',
      '**/*.mjs',
      '**/*.config.ts',
      '**/node_modules/**',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ['./shared', './server', './client', './infra', './tests'].map((d) => `${d}/tsconfig.json`),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  {
    files: ['client/src/**/*.tsx'],
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      'jsx-a11y/no-autofocus': 'off',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  rooms(['shared/src/**/*.ts'], {
    ignores: ['**/*.test.ts'],
    patterns: [
      ...sideways,
      {
        group: ['node:*', 'react*', 'express*', 'pg', 'kysely', '@plumbline/server*', '@plumbline/client*'],
        message: 'shared has no I/O.',
      },
    ],
  }),
  rooms(['server/src/**/*.ts'], {
    patterns: [...sideways, { group: ['@plumbline/client*', 'react*'], message: 'The server knows no client.' }],
  }),
  rooms(['client/src/**/*.{ts,tsx}'], {
    ignores: ['client/src/pose/**', 'client/src/room/**'],
    paths: [mediaPipe, liveKit],
    patterns: [...sideways, { group: ['@plumbline/server*', 'node:*', 'pg'], message: 'The client knows no server.' }],
  }),
  rooms(['client/src/pose/**/*.{ts,tsx}'], { paths: [liveKit], patterns: sideways }),
  rooms(['client/src/room/**/*.{ts,tsx}'], { paths: [mediaPipe], patterns: sideways }),
);
