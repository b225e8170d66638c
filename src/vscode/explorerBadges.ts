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

/** A badge has room for two characters: the per cent, or a tick where nothing is left to translate. */
function badgeOf({ progress: { done, of, percent }, grave }: Standing): vscode.FileDecoration {
  const problems = grave === 0 ? '' : `, ${grave} ${grave === 1 ? 'problem' : 'problems'}`;
  return new vscode.FileDecoration(percent === 100 ? '✓' : String(percent), `${percent} % translated (${done} of ${of}${problems})`);
}
