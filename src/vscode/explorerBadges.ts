// Badges in the explorer and on tabs: how far a translation is. Shows what is known already, and looks at nothing for it.
import * as vscode from 'vscode';
import { showsBadges } from './editorSettings.js';
import type { Services } from './services.js';
import { KnownStandings, type Standing } from './standing.js';

export function registerExplorerBadges({ reviews, settings, onSettingsChange }: Services): vscode.Disposable {
  const known = new KnownStandings(reviews);
  const changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  const provider: vscode.FileDecorationProvider = {
    onDidChangeFileDecorations: changed.event,
    provideFileDecoration(uri) {
      const standing = known.of(uri);
      return standing && showsBadges() && settings.ofUser().enabled ? badgeOf(standing) : undefined;
    },
  };
  return vscode.Disposable.from(
    known,
    changed,
    vscode.window.registerFileDecorationProvider(provider),
    known.onDidChange((uris) => changed.fire(uris)),
    onSettingsChange(() => changed.fire(undefined)),
  );
}

/** A circle that fills, since a number would be taken for one of problems, which VS Code shows at the same place; the tooltip has the figures. */
function badgeOf({ progress: { done, of, percent }, grave, stale }: Standing): vscode.FileDecoration {
  const problems = grave === 0 ? '' : `, ${grave} ${grave === 1 ? 'problem' : 'problems'}`;
  const behind = stale === 0 ? '' : `, ${stale} stale`;
  return new vscode.FileDecoration(
    percent === 100 ? '✓' : circles[Math.round((percent / 100) * (circles.length - 1))],
    `${percent} % translated (${done} of ${of}${problems}${behind})`,
  );
}

/** Empty to almost full: only what is done has the tick. */
const circles = ['○', '◔', '◑', '◕', '◕'] as const;
