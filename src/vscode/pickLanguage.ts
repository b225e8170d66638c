// Asking for a language: those of the tree first, then all others, by their own names, English names and tags.
import * as vscode from 'vscode';
import { allLanguages, languageOfTag, languagesOfTree, type LanguageChoice } from '../core/start/languages.js';
import type { Pairing } from '../core/pair/pairing.js';

interface LanguageItem extends vscode.QuickPickItem {
  /** Undefined for a heading of the list. */
  readonly locale?: string;
}

/**
 * Lets a person pick a language to translate into.
 *
 * @param started the languages that the issue is there in already
 * @returns BCP 47; undefined if nothing was picked
 */
export async function pickLanguage(pairing: Pairing, started: ReadonlySet<string>): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<LanguageItem>();
  pick.title = 'Start Translation';
  pick.placeholder = 'Which language? Its name, or a tag such as pt-BR';
  pick.matchOnDescription = true;
  const ofTree = languagesOfTree(pairing);
  const first = ofTree.map((one) => itemOf(one, started));
  let all: LanguageItem[] = first.length === 0 ? [] : [separator('In this project'), ...first];
  pick.items = all;
  pick.busy = true;
  pick.show();
  const rest = setTimeout(() => {
    const inTree = new Set(ofTree.map(({ locale }) => locale));
    const others = allLanguages().filter(({ locale }) => !inTree.has(locale) && locale !== pairing.sourceLocale);
    all = [...all, separator('All languages'), ...others.map((one) => itemOf(one, started))];
    pick.items = withTag(all, pick.value, started);
    pick.busy = false;
  }, 0);
  try {
    return await new Promise<string | undefined>((resolve) => {
      pick.onDidChangeValue((value) => (pick.items = withTag(all, value, started)));
      pick.onDidAccept(() => resolve(pick.selectedItems[0]?.locale));
      pick.onDidHide(() => resolve(undefined));
    });
  } finally {
    clearTimeout(rest);
    pick.dispose();
  }
}

function itemOf({ locale, name, english, issues }: LanguageChoice, started: ReadonlySet<string>): LanguageItem {
  const words = [english === name ? '' : english, locale, issues === 0 ? '' : issues === 1 ? 'one issue' : `${issues} issues`, started.has(locale) ? 'started already' : ''];
  return { label: name, description: words.filter(Boolean).join(' · '), locale };
}

/** The items, and one for a tag that was typed and is not among them. */
function withTag(items: readonly LanguageItem[], typed: string, started: ReadonlySet<string>): LanguageItem[] {
  const language = languageOfTag(typed);
  if (!language || items.some(({ locale }) => locale === language.locale)) return [...items];
  return [{ ...itemOf(language, started), alwaysShow: true }, ...items];
}

function separator(label: string): LanguageItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
