// Words from files in messages and in the status bar: VS Code reads links and icons there.

/** `text` with an invisible sign in what would be a link, `[words](command:…)`, or an icon, `$(name)`. */
export function inertWords(text: string): string {
  return text.replace(/([\]$])\(/g, '$1\u2060(');
}
