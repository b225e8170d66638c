// What the soak does at random in a window, and to the folder behind its back; each deed says what it did.
import assert from 'node:assert/strict';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance';
import { applied, same, FileModel, type Model } from './model';
import type { Repository } from './repository';
import type { SoakWindow } from './window';

export interface Soak {
  readonly model: Model;
  readonly repository: Repository;
  readonly windows: readonly [SoakWindow, SoakWindow];
  /** Counts what is worth a line in the report. */
  count(what: string): void;
}

type Deed = (soak: Soak, window: SoakWindow, name: string, chance: Chance) => Promise<string>;
type Outside = (soak: Soak, chance: Chance) => Promise<string>;

const settleLimit = 10_000;

const pieces = [
  'A word',
  ' ',
  '\n',
  '\n\n',
  '# Parks\n',
  '- one\n- two\n',
  '**bold**',
  '*',
  '`code`',
  '```\nlet a = 1;\n```\n',
  '[words](https://a.example/b)',
  '![a picture](/img/a.png)',
  '](',
  '<div>',
  '---\n',
  '{% include x.html %}',
  '> said\n',
  '| a | b |\n| - | - |\n',
  '3,000',
  'été',
  '公園',
  'حديقة',
  '👩🏽‍🌾',
  '\u202e',
  '$$x^2$$',
  '<!-- facing-pages-ignore -->\n',
  '[^1]: note\n',
  'title: "x"\n',
  '\t',
];
const commands = [
  'facingPages.panel.nextProblem',
  'facingPages.panel.previousToDo',
  'facingPages.panel.nextSection',
  'facingPages.panel.nextChanged',
  'facingPages.goToCounterpart',
  'facingPages.nextToDo',
];
const themes = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light'];
const projectSettings = [
  '{}',
  '{ "sourceLocale": "en" }',
  '{ "severity": { "link-missing": "off" } }',
  '{ "sourceLocale": 7, "ignore": {} }',
  '{ "glossary": [',
  '{ "glossary": [{ "term": "park", "keep": true }] }',
];

/** The file's window shows it, and says what the model says; of a file that was changed outside, as soon as it does. */
async function ready({ model, count }: Soak, window: SoakWindow, name: string): Promise<FileModel> {
  const file = model.files.get(name)!;
  let text = await window.order('open', name);
  for (const end = Date.now() + settleLimit; file.stale && text !== file.text && Date.now() < end; await wait(100))
    text = await window.order('text', name);
  if (file.stale && text !== file.text) {
    count('files that the window read only when told to');
    text = await window.order('revert', name);
  }
  file.stale = false;
  same(text, file.text, `${window.name}: ${name}`);
  return file;
}

const edit: Deed = async (soak, window, name, chance) => {
  const file = await ready(soak, window, name);
  const start = chance.below(file.text.length + 1);
  const end = Math.min(
    file.text.length,
    start + (chance.below(3) > 0 ? 0 : chance.below(chance.below(8) === 0 ? 2000 : 80)),
  );
  const edits = [{ start: whole(file.text, start), end: whole(file.text, end), text: chance.of(pieces) }];
  const wanted = applied(file.text, edits);
  same(await window.order('edit', name, edits), wanted, `edit of ${name}`);
  file.change(wanted);
  return `edits ${name}`;
};

const type: Deed = async (soak, window, name, chance) => {
  const file = await ready(soak, window, name);
  const at = whole(file.text, chance.below(file.text.length + 1));
  const words = chance.of(['the quick brown fox', 'quelques mots de plus', 'x', 'number 3000 of 12', 'see https']);
  const wanted = applied(file.text, [{ start: at, end: at, text: words }]);
  same(await window.order('type', name, at, words), wanted, `typing in ${name}`);
  file.typed(wanted, words.length);
  return `types in ${name}`;
};

const undo: Deed = async (soak, window, name, chance) => {
  const file = await ready(soak, window, name);
  let count = 0;
  for (let wish = 1 + chance.below(6); wish > 0 && file.undoable; wish--, count++) {
    const { before, steps } = file.undoable;
    let text = file.text;
    for (let left = steps; left > 0 && text !== before; left--) text = await window.order('undo', name);
    same(text, before, `undo in ${name}`);
    file.undone();
  }
  for (let wish = chance.below(3); wish > 0 && file.redoable && count > 0; wish--) {
    const { after, steps } = file.redoable;
    let text = file.text;
    for (let left = steps; left > 0 && text !== after; left--) text = await window.order('redo', name);
    same(text, after, `redo in ${name}`);
    file.redone();
  }
  return `takes ${count} changes of ${name} back`;
};

async function saveFile(soak: Soak, window: SoakWindow, name: string): Promise<void> {
  const file = await ready(soak, window, name);
  await window.order('save', name);
  file.saved();
  same(soak.model.onDisk(name), file.disk, `saved: ${name}`);
}

const save: Deed = async (soak, window, name) => {
  await saveFile(soak, window, name);
  return `saves ${name}`;
};

const fix: Deed = async (soak, window, name, chance) => {
  const file = await ready(soak, window, name);
  await wait(chance.below(1500)); // problems come a moment later
  const done = await window.order('fix', name, chance.below(1000));
  if (!done) return `finds nothing to fix in ${name}`;
  soak.count('fixes');
  const wanted = applied(file.text, done.edits);
  same(done.text, wanted, `“${done.title}” in ${name}`);
  file.change(wanted);
  return `fixes ${name}: ${done.title}`;
};

const look: Deed = async (soak, window, name, chance) => {
  const file = await ready(soak, window, name);
  return `gets ${await window.order('look', name, chance.below(file.text.length + 1))} answers about ${name}`;
};

const panel: Deed = async (soak, window, name, chance) => {
  await ready(soak, window, name);
  if (chance.below(3) === 0 && (await window.order('shutPanel'))) return 'shuts the panel';
  await window.order('command', 'facingPages.openSideBySide', name);
  await wait(chance.below(1500)); // the panel is filled a moment later
  const locale = await window.order('panelLocale');
  if (locale) soak.count(`panel in ${locale}`);
  return `opens the panel for ${name}: ${locale ?? 'no issue'}`;
};

const command: Deed = async (soak, window, name, chance) => {
  await ready(soak, window, name);
  const command = chance.of(commands);
  await window.order('command', command);
  return `runs ${command}`;
};

const rename: Deed = async (soak, window, name) => {
  const file = await ready(soak, window, name);
  if (file.isDirty) await saveFile(soak, window, name);
  const to = name.endsWith('-named.md') ? name.replace(/-named\.md$/, '.md') : name.replace(/\.md$/, '-named.md');
  if (soak.model.files.has(to)) return 'renames nothing';
  await window.order('rename', name, to);
  const renamed = new FileModel(file.disk);
  soak.model.files.delete(name);
  soak.model.files.set(to, renamed);
  await ready(soak, window, to);
  return `renames ${name}`;
};

const remove: Deed = async (soak, window, name) => {
  if (soak.model.files.size < 12) return 'removes nothing';
  const file = await ready(soak, window, name);
  if (file.isDirty) await saveFile(soak, window, name);
  await window.order('remove', name);
  soak.model.files.delete(name);
  assert.equal(soak.model.onDisk(name), undefined);
  return `removes ${name}`;
};

const close: Deed = async (soak, window) => {
  await saveAll(soak);
  await window.order('closeEditors');
  for (const [name, file] of soak.model.files) if (ownerOf(soak, name) === window) file.begin(file.disk);
  return 'closes all editors';
};

/** In the first window, for both: VS Code cannot write the user's settings from two windows at a time. */
const configure: Deed = async ({ windows }, _window, _name, chance) => {
  const [name, value] = chance.of<readonly [string, unknown]>([
    ['workbench.colorTheme', chance.of(themes)],
    ['workbench.colorTheme', chance.of(themes)],
    ['facingPages.sourceLocale', chance.of(['en', 'fr', '', 'not a locale'])],
    ['facingPages.checks.severity', chance.of([{}, { 'link-missing': 'off' }, { untranslated: 'error' }])],
    ['facingPages.codeLens', chance.below(2) === 0],
    ['facingPages.panel.followEditor', chance.below(2) === 0],
    ['facingPages.panel.showPictures', chance.below(2) === 0],
  ]);
  await windows[0].order('configure', name, value);
  return `sets ${name} to ${JSON.stringify(value)}`;
};

/** What a window does beside another that does something else. */
export const deeds: readonly (readonly [weight: number, Deed])[] = [
  [30, edit],
  [20, type],
  [20, undo],
  [10, save],
  [10, fix],
  [12, look],
  [10, panel],
  [8, command],
];

/** What a window does while nobody else does anything. */
export const loneDeeds: readonly (readonly [weight: number, Deed])[] = [
  [4, rename],
  [2, remove],
  [2, close],
  [4, configure],
];

const checkout: Outside = async (soak) => {
  await saveAll(soak);
  await soak.repository.change();
  soak.model.read();
  return 'another branch is checked out';
};

const writeOutside: Outside = async (soak, chance) => {
  const clean = [...soak.model.files].filter(([, file]) => !file.isDirty && !file.stale).map(([name]) => name);
  if (clean.length === 0) return 'nothing is written';
  const name = chance.of(clean);
  const file = path.join(soak.model.folder, name);
  const text = soak.model.files.get(name)!.disk;
  const deed = chance.below(4);
  if (deed === 0)
    writeFileSync(file, `${text}\nWritten by [somebody else](https://else.example/${chance.below(100)}).\n`);
  else if (deed === 1) writeFileSync(file.replace(/\.md$/, `-copy${chance.below(4)}.md`), text);
  else if (deed === 2) renameSync(file, file.replace(/\.md$/, `-${chance.below(100)}.md`));
  else if (soak.model.files.size > 12) rmSync(file);
  const kept = new Map([...soak.model.files].filter(([, { isDirty }]) => isDirty));
  soak.model.read();
  for (const [dirty, model] of kept) assert.equal(soak.model.files.get(dirty), model);
  return `another program changes ${name} (${['text', 'copy', 'name', 'removal'][deed]})`;
};

const writeSettings: Outside = (soak, chance) => {
  writeFileSync(path.join(soak.model.folder, '.facing-pages.json'), chance.of(projectSettings));
  return Promise.resolve('the settings file is written');
};

const reload: Outside = async (soak) => {
  await saveAll(soak);
  await soak.windows[1].reload();
  for (const [name, file] of soak.model.files) if (ownerOf(soak, name) === soak.windows[1]) file.begin(file.disk);
  return 'the second window is reloaded';
};

/** What happens to both. */
export const outside: readonly (readonly [weight: number, Outside])[] = [
  [5, checkout],
  [8, writeOutside],
  [3, writeSettings],
  [1, reload],
];

/** Files are shared among the windows: one changes a file, the other sees it on the disk. */
export function ownerOf({ windows }: Soak, name: string): SoakWindow {
  return windows[[...path.basename(name)].reduce((sum, character) => sum + character.codePointAt(0)!, 0) % 2]!;
}

export async function saveAll(soak: Soak): Promise<void> {
  for (const [name, file] of soak.model.files) if (file.isDirty) await saveFile(soak, ownerOf(soak, name), name);
}

/** Not into the middle of a pair of surrogates: no keyboard gets there. */
function whole(text: string, at: number): number {
  const isLow = /[\udc00-\udfff]/.test(text[at] ?? '');
  return isLow ? at + 1 : at;
}
