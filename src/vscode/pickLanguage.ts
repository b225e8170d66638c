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
  // Where no own name is known the tag stands for it, so that “German” finds “Deutsch” before “Middle High German”.
  const [label, ...words] = english === name ? [`(${locale})`, english] : [name, english, locale];
  const facts = [
    ...words,
    issues === 0 ? '' : issues === 1 ? 'one issue' : `${issues} issues`,
    started.has(locale) ? 'started already' : '',
  ];
  return { label, description: leftToRight + facts.filter(Boolean).join(' · '), locale };
}

/** Keeps what stands behind an Arabic name in its order. */
const leftToRight = '\u200e';

/** The items; of a tag that was typed, its language comes first, whether it is among them or not. */
function withTag(items: readonly LanguageItem[], typed: string, started: ReadonlySet<string>): LanguageItem[] {
  const language = languageOfTag(typed);
  if (!language) return [...items];
  const known = items.find(({ locale }) => locale === language.locale) ?? itemOf(language, started);
  const label = `${language.locale} · ${language.name}`;
  return [{ ...known, label, alwaysShow: true }, ...items.filter(({ locale }) => locale !== language.locale)];
}

function separator(label: string): LanguageItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
