// The settings that hold for a post: those of the project's settings file, under those that a person has in VS Code.
import * as vscode from 'vscode';
import type { FileIgnore } from '../core/ignore/cover.js';
import type { ParseFault } from '../core/model.js';
import type { ProjectRules } from '../core/project/rules.js';
import {
  defaultSettings,
  ignoredIn,
  settingsFileName,
  severityIn,
  type ProjectSettings,
  type Severities,
} from '../core/project/settings.js';
import { fileExists, folderOf } from './findPosts.js';
import { Later } from './later.js';
import { onUserSettingsChange, readUserSettings, type UserSettings } from './settings.js';

/** What holds for the posts that share a settings file. The same object as long as nothing changes. */
export interface Settings {
  readonly enabled: boolean;
  /** BCP 47; undefined to work it out. */
  readonly sourceLocale: string | undefined;
  readonly rules: ProjectRules;
  severityIn(locale: string | undefined): Severities;
  ignoredAt(uri: vscode.Uri): readonly FileIgnore[];
  /** What the person has set themselves, whatever the project says. */
  readonly user: UserSettings;
  readonly file: vscode.Uri | undefined;
}

/** A settings file as it stands in the editor or, if it is not open, on the disk. */
export interface SettingsFile {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly settings: ProjectSettings;
  readonly faults: readonly ParseFault[];
}

/** It knows all checks, and their names; most projects have no settings file. */
const reader = new Later(() => import('../core/project/readSettings.js'));

export class AllSettings implements vscode.Disposable {
  private user = readUserSettings();
  /** By folder: the settings file for what is in it. */
  private readonly nearest = new Map<string, Promise<vscode.Uri | undefined>>();
  private readonly files = new Map<string, Promise<SettingsFile | undefined>>();
  private readonly merged = new Map<string, { readonly of: SettingsFile | undefined; readonly settings: Settings }>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  private readonly haveRead = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: vscode.Disposable[] = [this.changed, this.haveRead];
  private readonly watchedFolders = new Set<string>();
  /** Fired after settings changed, with the settings file if it is one that did. */
  readonly onDidChange = this.changed.event;
  /** Fired after a settings file was read, or found to be gone. */
  readonly onDidRead = this.haveRead.event;

  constructor() {
    this.watch(`**/${settingsFileName}`);
    this.disposables.push(
      onUserSettingsChange(() => {
        this.user = readUserSettings();
        this.merged.clear();
        this.changed.fire(undefined);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.reread(document.uri);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.reread(document.uri)),
      vscode.workspace.onDidCloseTextDocument((document) => this.reread(document.uri)), // what was not saved is no more
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.nearest.clear()),
    );
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** What a person has set, without any file. */
  ofUser(): UserSettings {
    return this.user;
  }

  /** The settings for the post at `uri`. */
  async of(uri: vscode.Uri): Promise<Settings> {
    const uriOfFile = await this.fileFor(uri);
    const file = uriOfFile && (await this.read(uriOfFile));
    const key = uriOfFile?.toString() ?? '';
    const known = this.merged.get(key);
    if (known && known.of === file) return known.settings;
    const settings = merge(file, this.user);
    this.merged.set(key, { of: file, settings });
    return settings;
  }

  /** The nearest settings file at or above a post, up to the root of its workspace folder; outside of one, beside it. */
  fileFor(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
    if (uri.scheme === 'untitled') return Promise.resolve(undefined);
    const folder = folderOf(uri);
    const key = folder.toString();
    let found = this.nearest.get(key);
    if (!found) this.nearest.set(key, (found = this.find(folder)));
    return found;
  }

  /** Where the project of a post has its settings file, or would have it; undefined for what is no file. */
  async homeFor(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
    if (uri.scheme === 'untitled') return undefined;
    return (
      (await this.fileFor(uri)) ??
      vscode.Uri.joinPath(vscode.workspace.getWorkspaceFolder(uri)?.uri ?? folderOf(uri), settingsFileName)
    );
  }

  /** A settings file; undefined if there is none (any more). */
  read(uri: vscode.Uri): Promise<SettingsFile | undefined> {
    const key = uri.toString();
    let file = this.files.get(key);
    if (!file) {
      this.files.set(key, (file = readFile(uri)));
      void file.then(() => this.haveRead.fire(uri));
    }
    return file;
  }

  private async find(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
    const root = vscode.workspace.getWorkspaceFolder(folder)?.uri;
    if (!root) this.watchFolder(folder);
    for (let at = folder; ; at = vscode.Uri.joinPath(at, '..')) {
      const candidate = vscode.Uri.joinPath(at, settingsFileName);
      if (await fileExists(candidate)) return candidate;
      if (!root || at.path.length <= root.path.length) return undefined;
    }
  }

  private watchFolder(folder: vscode.Uri): void {
    if (this.watchedFolders.has(folder.toString())) return;
    this.watchedFolders.add(folder.toString());
    this.watch(new vscode.RelativePattern(folder, settingsFileName));
  }

  private watch(pattern: vscode.GlobPattern): void {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const moved = (uri: vscode.Uri): void => {
      this.nearest.clear();
      this.reread(uri);
    };
    this.disposables.push(
      watcher,
      watcher.onDidCreate(moved),
      watcher.onDidDelete(moved),
      watcher.onDidChange((uri) => this.reread(uri)),
    );
  }

  /** Reads a settings file again and tells of it, if there is anything new. */
  private reread(uri: vscode.Uri): void {
    if (!isSettingsFile(uri)) return;
    const before = this.files.get(uri.toString());
    this.files.delete(uri.toString());
    void Promise.all([before, this.read(uri)]).then(([old, now]) => {
      if (!before || old?.text !== now?.text) this.changed.fire(uri);
    });
  }
}

export function isSettingsFile(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${settingsFileName}`);
}

async function readFile(uri: vscode.Uri): Promise<SettingsFile | undefined> {
  const text = await textOf(uri);
  return text === undefined ? undefined : { uri, text, ...(await reader.get()).readProjectSettings(text) };
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString() && !document.isClosed,
  );
  if (open && (open.isDirty || (await fileExists(uri)))) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

function merge(file: SettingsFile | undefined, user: UserSettings): Settings {
  const project = file?.settings ?? defaultSettings;
  const folder = file && `${folderOf(file.uri).path.replace(/\/$/, '')}/`;
  return {
    enabled: user.enabled,
    sourceLocale: user.sourceLocale ?? project.sourceLocale,
    rules: {
      ...project.rules,
      insert: user.insert ?? project.rules.insert,
      sourceMarks: user.sourceMarks || project.rules.sourceMarks,
    },
    severityIn: (locale) => ({ ...severityIn(project, locale), ...user.severity }),
    ignoredAt: ({ path }) =>
      ignoredIn(project, folder !== undefined && path.startsWith(folder) ? path.slice(folder.length) : undefined),
    user,
    file: file?.uri,
  };
}
