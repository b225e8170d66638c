// Text that is safe on a terminal and in the log of a CI service, wherever it comes from.
//
// A terminal obeys control characters. GitHub Actions takes a line that begins with `::`, and `##[…]` anywhere in a line,
// for a command; Azure Pipelines `##vso[…]`, TeamCity `##teamcity[…]`. Neither file names nor posts may give commands.

/** What moves the cursor, ends a line, turns its direction round or is no character. Directional marks are not in it: they belong to right-to-left text. */
const controls = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;
/** In a name, directional marks and characters without width only deceive. Joiners stay: Persian and emoji need them. */
const nameControls = /[\p{Cc}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** JSON has line breaks between its values, and none in them. */
const jsonControls = new RegExp(`(?!\\n)${nameControls.source}`, 'gu');
const commandBracket = /(##[a-z]*)\[/gi;
/** Log readers trim a line before they look at its beginning, some of them characters without width too. */
const commandStart = /^([\s\u180e\u200b]*):(?=:)/;

const short: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Words of a post (a title, a quote, a message about them) in one line of a text report. */
export function printable(text: string): string {
  return breakCommands(escapeControls(text)).replace(commandStart, '$1\\x3a');
}

/** A name, or a message that has names in it, in one line of a text report. */
export function printableName(name: string): string {
  return breakCommands(escapeNameControls(name)).replace(commandStart, '$1\\x3a');
}

/** A path in one line of a text report. It leads to the same file unless the name has control characters or `##[` in it. */
export function printablePath(path: string): string {
  const shown = breakCommands(escapeNameControls(path));
  return commandStart.test(shown) ? `./${shown}` : shown;
}

/** JSON that means the same as `json`, as `JSON.stringify` makes it. */
export function printableJson(json: string): string {
  return breakCommands(json.replace(jsonControls, unicodeEscape), '\\u005b');
}

/** Control characters of content as escape sequences, `\x1b`; all else as it is. */
export function escapeControls(text: string): string {
  return text.replace(controls, escapeSequence);
}

/** Control characters of a name as escape sequences, or as `show` says. */
export function escapeNameControls(name: string, show: (character: string) => string = escapeSequence): string {
  return name.replace(nameControls, show);
}

/** Writes `bracket` for the `[` of what would be a command anywhere in a line. */
export function breakCommands(text: string, bracket = '\\x5b'): string {
  return text.replace(commandBracket, `$1${bracket}`);
}

/** As in a string of JavaScript: `\n`, `\x1b`, `\u202e`. */
export function escapeSequence(character: string): string {
  const code = character.charCodeAt(0);
  return short[character] ?? (code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : unicodeEscape(character));
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
