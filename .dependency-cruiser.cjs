// The whole map of who may use whom, bottom to top; a new edge is a reviewed line.
const modules = {
  places: [],
  people: ['places'],
  files: [],
  forms: ['people', 'places', 'files'],
  notifications: ['people'],
  reports: ['people', 'places', 'files', 'forms', 'notifications'],
  meetings: ['people', 'files', 'notifications'],
  acts: ['people', 'files', 'notifications', 'meetings'],
  ballots: [],
  'participatory-budget': [],
  plan: ['people', 'places', 'files', 'notifications'],
  log: [],
  'my-data': [],
  search: [],
  'open-data': [],
  operations: [],
  'front-page': ['plan', 'reports', 'log', 'people', 'places'],
}
const pathOf = (name) => `^src/modules/${name}/`

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'platform-and-ui-know-no-module',
      severity: 'error',
      from: { path: '^src/(platform|ui)/' },
      to: { path: '^src/(modules/|[^/]+\\.tsx?$)' },
    },
    {
      name: 'siblings-only-through-index',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/[^/]+/.+', pathNot: ['^src/modules/$1/', '/index\\.ts$'] },
    },
    {
      name: 'composition-only-through-index-and-module',
      severity: 'error',
      from: { path: '^src/[^/]+\\.tsx?$' },
      to: { path: '^src/modules/[^/]+/.+', pathNot: '^src/modules/[^/]+/(index|module)\\.ts$' },
    },
    {
      name: 'pages-do-not-query',
      severity: 'error',
      from: { path: '/pages/' },
      to: { path: '(/queries(/|\\.ts)|^src/platform/(database|events|migrate))', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '/rules\\.ts$' },
      to: {
        path: '(/queries(/|\\.ts)|^node_modules/|^src/platform/(database|events|web/))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-config-reads-the-environment',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/config\\.ts$' },
      to: { path: '^(node:)?process$' },
    },
    ...Object.entries(modules).map(([name, may]) => ({
      name: `${name}-may-use`,
      severity: 'error',
      from: { path: pathOf(name) },
      to: { path: '^src/modules/', pathNot: [name, ...may].map(pathOf) },
    })),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '\\.test\\.tsx?$' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
