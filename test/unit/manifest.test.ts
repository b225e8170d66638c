// Holds package.json to the code: what it promises VS Code is there, and what is there is promised.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { checks } from '../../src/core/checks/index.js';
import { settingsFileName } from '../../src/core/project/settings.js';
import { severities } from '../../src/core/problem.js';

const root = path.join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
const files = globSync('src/vscode/**/*.ts', { cwd: root }).map((file) => readFileSync(path.join(root, file), 'utf8'));
const code = files.join('\n');

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies?: object;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly description: string;
      readonly restrictedConfigurations: readonly string[];
    };
  };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
      readonly icon?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
      readonly when?: string;
    }[];
    readonly languages: readonly { readonly id: string; readonly filenames: readonly string[] }[];
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly WalkthroughStep[] }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
  };
}

interface WalkthroughStep {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Property {
  readonly scope: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Property>>;
}

/** What the first group of `pattern` matches in the extension's code, each once, sorted. */
function inCode(pattern: RegExp): string[] {
  return [...new Set([...code.matchAll(pattern)].map((match) => match[1]!))].sort();
}

/** The settings that the code asks for: a file that does names their section. */
function settingsRead(): string[] {
  const read = files.flatMap((file) => {
    const section = /^const section = '([^']+)'/m.exec(file)?.[1];
    return section === undefined
      ? []
      : [...file.matchAll(/\.get<\w+>\('([^']+)'/g)].map((match) => `${section}.${match[1]}`);
  });
  return [...new Set(read)].sort();
}

describe('package.json', () => {
  const { contributes } = manifest;
  const commands = contributes.commands.map(({ command }) => command);

  it('contributes the commands that the code registers, each once', () => {
    assert.deepEqual([...commands].sort(), inCode(/^ {2}'(facingPages\.[\w.]+)': /gm));
  });

  it('names and groups every command', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.match(title, /^[A-Z]/, command);
      assert.equal(category, 'Facing Pages', command);
    }
  });

  it('puts only its own commands into menus and on keys', () => {
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    assert.deepEqual(
      used.filter(({ command }) => !commands.includes(command)),
      [],
    );
  });

  it('shows nothing on a file of the explorer before an issue was found', () => {
    for (const { command, when } of contributes.menus['explorer/context']!)
      assert.match(when ?? '', /\bfacingPages\.hasIssues\b/, command);
  });

  it('takes no key and no place in an editor where no issue is open', () => {
    const { commandPalette, ...menus } = contributes.menus;
    assert.ok(commandPalette);
    for (const { command, when } of [...Object.values(menus).flat(), ...contributes.keybindings]) {
      assert.match(when ?? '', /facingPages\./, command);
    }
  });

  it('has the views that the code makes, each with an icon and with words for when it is empty', () => {
    const views = Object.values(contributes.views).flat();
    assert.deepEqual(
      views.map(({ id }) => id),
      inCode(/viewId = '([^']+)'/g),
    );
    assert.deepEqual(
      Object.keys(contributes.views),
      contributes.viewsContainers.activitybar.map(({ id }) => id),
    );
    for (const { icon } of [...views, ...contributes.viewsContainers.activitybar])
      assert.ok(existsSync(path.join(root, icon)), icon);
    for (const { id } of views)
      assert.ok(
        contributes.viewsWelcome.some(({ view }) => view === id),
        id,
      );
    const called = contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/\(command:(facingPages\.[\w.]+)/g)].map((match) => match[1]!),
    );
    assert.deepEqual(
      called.filter((command) => !commands.includes(command)),
      [],
    );
  });

  it('walks through with steps that have a picture, and that end when somebody does what they say', () => {
    const views = Object.values(contributes.views)
      .flat()
      .map(({ id }) => id);
    const own = (text: string): string[] =>
      [...text.matchAll(/(?:command:|onCommand:)(facingPages\.[\w.]+)/g)].map((match) => match[1]!);
    const known = [...commands, ...views.map((id) => `${id}.focus`)];
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.equal(contributes.walkthroughs.length, 1);
    assert.equal(steps.length, 4);
    for (const { id, description, media, completionEvents } of steps) {
      assert.ok(existsSync(path.join(root, media.svg)), media.svg);
      assert.match(readFileSync(path.join(root, media.svg), 'utf8'), /var\(--vscode-/, `${id} has the theme’s colours`);
      assert.match(media.altText, /\.$/, id);
      assert.deepEqual(
        [...own(description), ...completionEvents.flatMap(own)].filter((command) => !known.includes(command)),
        [],
        id,
      );
      assert.ok(
        completionEvents.some(
          (event) =>
            event.startsWith('onCommand:') && description.includes(`(command:${event.slice('onCommand:'.length)})`),
        ),
        id,
      );
    }
  });

  it('gives no key to two commands at once', () => {
    const keys = contributes.keybindings.map(({ key, when }) => `${key} when ${when}`);
    assert.deepEqual(keys, [...new Set(keys)]);
  });

  it('uses the context keys that the code sets', () => {
    const used =
      JSON.stringify([contributes.menus, contributes.keybindings]).match(/(?<!')facingPages\.is[A-Z]\w*/g) ?? [];
    const set = inCode(/'(facingPages\.is[A-Z]\w*)'/g);
    assert.deepEqual([...new Set(used)].sort(), set);
  });

  it('describes the settings that the code reads', () => {
    assert.deepEqual(Object.keys(contributes.configuration.properties).sort(), settingsRead());
    for (const [name, { description, markdownDescription }] of Object.entries(contributes.configuration.properties)) {
      assert.match(description ?? markdownDescription ?? '', /\.$/, name);
    }
  });

  it('is limited in restricted mode: there the folder has no say in what is loaded and written', () => {
    const { supported, description, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.match(description, /\.$/);
    const harmless = [
      'enable',
      'sourceLocale',
      'checks.severity',
      'panel.followEditor',
      'codeLens',
      'hover',
      'explorerBadges',
      'completion.style',
      'completion.frontMatter',
      'completion.memory',
      'completion.source',
      'completion.inline',
      'glossary.hover',
    ];
    const ofTheFolder = Object.entries(contributes.configuration.properties)
      .filter(([, { scope }]) => scope !== 'application')
      .map(([name]) => name);
    assert.deepEqual(
      ofTheFolder.filter((name) => !restrictedConfigurations.includes(name)).sort(),
      harmless.map((name) => `facingPages.${name}`).sort(),
    );
  });

  it('offers every check with every severity', () => {
    const offered = contributes.configuration.properties['facingPages.checks.severity']?.properties ?? {};
    assert.deepEqual(Object.keys(offered).sort(), checks.map(({ id }) => id).sort());
    for (const [id, property] of Object.entries(offered)) {
      assert.deepEqual(property.enum, [...severities, 'off'], id);
      assert.match(property.description ?? '', /\.$/, id);
    }
  });

  it('takes the project’s settings file for JSON with comments, and completes it', () => {
    assert.deepEqual(contributes.languages, [{ id: 'jsonc', filenames: [settingsFileName] }]);
    assert.deepEqual(
      contributes.jsonValidation.map(({ fileMatch }) => fileMatch),
      [settingsFileName],
    );
    for (const { url } of contributes.jsonValidation) assert.ok(existsSync(path.join(root, url)), url);
  });

  it('starts for Markdown, and for the panel after a reload; for nothing else', () => {
    const panels = inCode(/viewType = '([^']+)'/g).map((type) => `onWebviewPanel:${type}`);
    assert.deepEqual(manifest.activationEvents, ['onLanguage:markdown', ...panels]);
  });

  it('needs nothing at run time that is not in the bundles', () => {
    assert.equal(manifest.dependencies, undefined);
    assert.deepEqual([manifest.main, manifest.browser], ['./dist/node/extension.js', './dist/extension.js']);
    assert.ok(existsSync(path.join(root, manifest.icon)), manifest.icon);
  });
});

describe('src/vscode', () => {
  it('uses nothing of Node: it runs in a web worker too', () => {
    assert.deepEqual(inCode(/from '(node:[^']+|fs|path|os|child_process)'/g), []);
    assert.deepEqual(inCode(/\b(Buffer|process|require)\b[.(]/g), []);
  });
});
