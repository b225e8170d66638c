// Who may import whom. ARCHITECTURE.md says why; `npm run lint` holds src and test to it.

const packages = '^node_modules/';

/** What is beside the checks in src/core/checks/: what a check is, their list, and what runs them. */
const notChecks = '(check|index|run|fixAll)\\.ts';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'core imports core and npm packages: text in, values out, in any JavaScript engine.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', packages] },
    },
    {
      name: 'only-vscode-knows-vscode',
      comment:
        'Everything else runs without the editor. (The types of vscode resolve to a package, hence the second path.)',
      severity: 'error',
      from: { path: '^src/(?!vscode/)' },
      to: { path: ['^vscode$', '^node_modules/@types/vscode/'] },
    },
    {
      name: 'only-cli-knows-node',
      comment: 'Core, page and extension run where there is no Node: in a browser, in a web worker.',
      severity: 'error',
      from: { path: '^src/(?!cli/)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'protocol-only-types-of-core',
      comment: 'protocol describes messages: of core it takes types, which leave nothing behind at run time.',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { path: '^src/core/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'protocol-only-core',
      comment: 'protocol imports itself and types of core, and nothing else.',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { pathNot: ['^src/protocol/', '^src/core/'] },
    },
    {
      name: 'webview-only-protocol',
      comment: 'The page draws what it is told: it knows the protocol and npm packages, not core and not vscode.',
      severity: 'error',
      from: { path: '^src/webview/' },
      to: { pathNot: ['^src/webview/', '^src/protocol/', packages] },
    },
    {
      name: 'vscode-only-core-and-protocol',
      comment: 'The extension joins core and the page; the page itself and the command line are programs of their own.',
      severity: 'error',
      from: { path: '^src/vscode/' },
      to: { pathNot: ['^src/(vscode|core|protocol)/', packages, '^vscode$'] },
    },
    {
      name: 'one-file-starts-programs',
      comment: 'Git is the only program that is started, by arguments that let a repository run nothing.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/git/program\\.ts$' },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'cli-only-core',
      comment: 'The command line is core with files around it.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/(?!cli/|core/)' },
    },
    {
      name: 'checks-know-no-other-check',
      comment: 'A check stands alone; what checks share is in checks/support/.',
      severity: 'error',
      from: { path: `^src/core/checks/(?!${notChecks})[^/]+\\.ts$` },
      to: { path: '^src/core/checks/[^/]+\\.ts$', pathNot: '^src/core/checks/check\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere would slip past every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
    {
      name: 'src-not-from-test',
      comment: 'What ships needs nothing from the tests, the scripts or the benchmarks.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default', 'require'] },
  },
};
