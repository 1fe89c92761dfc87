// Rules, and the walls between the rooms: which folder may import which. tsconfig.json's references say the same to the
// compiler; this says it with a sentence. Circles of imports are found by .oxlintrc.json.
import tseslint from 'typescript-eslint'

/** Each room, and what it may import of the other rooms. */
const WALLS = {
  catalogue: [],
  text: [],
  disk: [],
  record: [],
  figure: [],
  arithmetic: ['record'],
  engine: ['catalogue', 'record', 'arithmetic'],
  dataset: ['catalogue', 'text', 'engine', 'record', 'arithmetic'],
  weights: ['text', 'engine'],
  experiment: ['text', 'catalogue', 'arithmetic'],
  // a preflight warns by the thresholds of the rules for a run
  theory: ['catalogue', 'record', 'experiment', 'diagnosis'],
  diagnosis: ['catalogue', 'text', 'record'],
  language: ['text', 'experiment'],
  notebook: ['text'],
  // a heatmap in a terminal has the figure's numbers, colours and words
  export: ['text', 'record', 'diagnosis', '\\.\\./renderers/run/(numbers|paint|words)'],
  plan: ['catalogue', 'text', 'record', 'arithmetic', 'engine', 'dataset', 'weights', 'experiment'],
  worker: ['text', 'record', 'diagnosis', 'engine', 'experiment', 'plan'],
  diff: ['record', 'diagnosis', 'notebook'],
  page: ['text', 'record', 'diagnosis', 'figure', 'experiment', 'language', 'notebook', 'sweep', 'verify', 'worker'],
  sharing: [
    'catalogue',
    'text',
    'engine',
    'weights',
    'plan',
    'record',
    'diagnosis',
    'figure',
    'experiment',
    'notebook',
    'export',
    'worker',
    'verify',
    '\\.\\./renderers/run/(numbers|words|paint|chart)'
  ],
  sweep: ['arithmetic', 'record', 'engine', 'experiment', 'worker'],
  queue: ['arithmetic', 'text', 'record', 'engine', 'experiment', 'worker', 'sweep'],
  verify: ['record', 'engine', 'experiment', 'notebook', 'worker', 'sweep'],
  extension: [
    'text',
    'record',
    'diagnosis',
    'theory',
    'figure',
    'experiment',
    'language',
    'export',
    'notebook',
    'sweep',
    'queue',
    'worker',
    'verify',
    'sharing',
    'disk',
    'diff'
  ],
  cli: [
    'text',
    'disk',
    'record',
    'diagnosis',
    'theory',
    'experiment',
    'export',
    'notebook',
    'worker',
    'sweep',
    'queue',
    'verify',
    'sharing',
    'diff'
  ]
}

/** Each folder of the figure, what it may import of its neighbours, and of the rooms. */
const FIGURE_WALLS = {
  numbers: { folders: [], rooms: ['catalogue', 'record', 'theory'] },
  words: { folders: ['numbers'], rooms: ['text', 'record', 'diagnosis'] },
  paint: { folders: ['numbers'], rooms: ['record'] },
  chart: { folders: ['numbers', 'words', 'paint'], rooms: ['text', 'record', 'theory', 'figure'] },
  pointing: { folders: ['numbers', 'words'], rooms: [] },
  view: {
    folders: ['numbers', 'words', 'paint', 'chart', 'pointing'],
    rooms: ['record', 'diagnosis', 'figure', 'export', 'text']
  }
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

const NO_VSCODE = { group: ['vscode'], message: 'Only src/extension knows VS Code.' }

const only = (names, none) => (names.length > 0 ? `${names.join(', ')} only` : none)

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
            message: `src/${room} may import ${only(allowed, 'no other room')} (see WALLS in .eslint.config.mjs).`
          },
          ...(room === 'extension' ? [] : [NO_VSCODE])
        ]
      }
    ]
  }
})

const wallsOf = ([room, allowed]) => [
  wallOf(room, allowed, `src/${room}/*.ts`, '\\.\\./'),
  wallOf(room, allowed, `src/${room}/*/*.ts`, '\\.\\./\\.\\./'),
  wallOf(room, allowed, `src/${room}/*/*/**/*.ts`, '\\.\\./\\.\\./\\.\\./')
]

/** The wall of a folder of the figure for its files at one depth: `up` leads out of the folder. */
const figureWall = (folder, { folders, rooms }, files, up) => ({
  files: [files],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^${up}(?!\\.\\.)(?!(${folders.join('|')})/)`,
            message: `renderers/run/${folder} may import ${only(folders, 'no other folder')} (see FIGURE_WALLS in .eslint.config.mjs).`
          },
          {
            regex: `^(\\.\\./)+src/(?!(${rooms.join('|')})(/|$))`,
            message: `renderers/run/${folder} may import of src ${only(rooms, 'nothing')} (see FIGURE_WALLS in .eslint.config.mjs).`
          },
          NO_VSCODE
        ]
      }
    ]
  }
})

const figureWallsOf = ([folder, walls]) => [
  figureWall(folder, walls, `renderers/run/${folder}/*.ts`, '\\.\\./'),
  figureWall(folder, walls, `renderers/run/${folder}/*/**/*.ts`, '\\.\\./\\.\\./')
]

export default tseslint.config(
  { ignores: ['dist/', 'artifacts/', 'node_modules/', 'src/engine/kernels/assembly/'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: [
          'src/*/tsconfig*.json',
          'src/*/*/tsconfig.json',
          'renderers/*/tsconfig.json',
          'renderers/*/*/tsconfig.json',
          'test/tsconfig.json'
        ],
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
    files: ['src/arithmetic/**/*.ts', 'src/engine/**/*.ts', 'src/dataset/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...HOST_FUNCTIONS.map(property => ({
          object: 'Math',
          property,
          message: 'Its bits differ between hosts; use src/arithmetic.'
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
    // Who raised a limit is to have it raised everywhere.
    files: ['src/{cli,extension,page,plan,queue,sharing,sweep,verify,worker}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.name=/^parse(Cell|Experiment)$/]:not([arguments.1.type='Identifier']):not(:has(Property[key.name='limits']))",
          message: 'Say which limits the cell is read under.'
        },
        {
          selector: "CallExpression[callee.name='plan'][arguments.length<3]",
          message: 'Say which limits hold for what the files tell.'
        }
      ]
    }
  },
  {
    files: ['renderers/run/main.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(\\.\\./)+src/(?!(record|figure)(/|$))', message: 'The figure reads records only.' },
            NO_VSCODE
          ]
        }
      ]
    }
  },
  ...Object.entries(FIGURE_WALLS).flatMap(figureWallsOf),
  { files: ['test/**/*.ts'], rules: { 'no-console': 'off', '@typescript-eslint/no-unused-expressions': 'off' } },
  { files: ['*.mjs', '.*.mjs', '.build/*.mjs'], rules: { 'no-console': 'off' } }
)
