// Rules, and the walls between the rooms: which folder may import which. tsconfig.json's references say the same to the
// compiler; this says it with a sentence.
import tseslint from 'typescript-eslint'

/** Each room, and what it may import of the other rooms. */
const WALLS = {
  catalogue: [],
  text: [],
  record: [],
  figure: [],
  engine: ['catalogue', 'record'],
  dataset: ['text', 'engine'],
  weights: ['text', 'engine'],
  experiment: ['text', 'catalogue'],
  language: ['text', 'experiment'],
  notebook: ['text'],
  export: ['text', 'record'],
  worker: ['text', 'record', 'engine', 'dataset', 'weights', 'experiment'],
  extension: ['text', 'record', 'figure', 'experiment', 'language', 'export', 'notebook', 'worker'],
  cli: ['text', 'record', 'experiment', 'export', 'notebook', 'worker']
}

const HOST_FUNCTIONS = [
  'exp',
  'expm1',
  'pow',
  'log',
  'log1p',
  'log2',
  'log10',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'atan2',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
  'cbrt',
  'hypot',
  'random'
]

/** The wall of a room for its files at one depth: `up` leads out of the room. */
const wallOf = (room, allowed, files, up) => ({
  files: [files],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^${up}(?!(${[...allowed, '\\.\\./package\\.json'].join('|')})(/|$))`,
            message: `src/${room} may import ${allowed.join(', ') || 'no other room'} only (the walls stand in .eslint.config.mjs).`
          },
          ...(room === 'extension' ? [] : [{ group: ['vscode'], message: 'Only src/extension knows VS Code.' }])
        ]
      }
    ]
  }
})

const wallsOf = ([room, allowed]) => [
  wallOf(room, allowed, `src/${room}/*.ts`, '\\.\\./'),
  wallOf(room, allowed, `src/${room}/*/**/*.ts`, '\\.\\./\\.\\./')
]

export default tseslint.config(
  { ignores: ['dist/', 'artifacts/', 'node_modules/', 'src/engine/kernels/assembly/'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['src/*/tsconfig*.json', 'src/*/*/tsconfig.json', 'renderers/*/tsconfig.json', 'test/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      // Indexing typed arrays in bounds is what numerical code does all day.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 250, skipComments: true, skipBlankLines: true }],
      eqeqeq: 'error',
      'no-console': 'error'
    }
  },
  ...Object.entries(WALLS).flatMap(wallsOf),
  {
    files: ['src/engine/**/*.ts', 'src/dataset/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...HOST_FUNCTIONS.map(property => ({
          object: 'Math',
          property,
          message: 'Its bits differ between hosts; use engine/math.'
        }))
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "BinaryExpression[operator='**']:not([left.value=2])",
          message: '** is Math.pow, whose bits differ between hosts; only powers of two are exact everywhere.'
        }
      ],
      'no-restricted-globals': ['error', 'Date', 'performance', 'setTimeout', 'Promise']
    }
  },
  {
    files: ['renderers/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(\\.\\./)+src/(?!catalogue|text|record|figure|export)', message: 'A renderer reads records only.' },
            { group: ['vscode'], message: 'A renderer has no VS Code API.' }
          ]
        }
      ]
    }
  },
  { files: ['test/**/*.ts'], rules: { 'no-console': 'off', '@typescript-eslint/no-unused-expressions': 'off' } },
  { files: ['*.mjs', '.*.mjs'], rules: { 'no-console': 'off' } }
)
