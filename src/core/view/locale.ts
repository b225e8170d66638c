// A locale for people: its name in its own words and the direction that it is written in.
import { usualScript } from '../language/locale.js';
import { oncePerText } from '../text/remember.js';
import type { LocaleState } from './panelState.js';

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** What the page needs to know of `locale`, a BCP 47 tag; undefined gives an unnamed locale of unknown direction. */
export function localeState(locale: string | undefined): LocaleState {
  if (locale === undefined || locale === '') return { locale: '', name: 'Unknown language', dir: 'auto' };
  try {
    const script = usualScript(locale);
    const dir = script === undefined ? 'auto' : rightToLeft.has(script) ? 'rtl' : 'ltr';
    return { locale, name: ownName(locale), dir };
  } catch {
    return { locale: '', name: locale, dir: 'auto' }; // no well-formed tag
  }
}

/** “Français”: languages write their names small or capital, a heading has it capital. To ask for one takes a while. */
const ownName = oncePerText((locale: string): string => {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale)!;
  const first = String.fromCodePoint(name.codePointAt(0)!);
  return first.toLocaleUpperCase(locale) + name.slice(first.length);
});
