// Text and code to Markdown that shows just that, in any reader of Markdown.

/** `text` in one line, with nothing in it that has a meaning in Markdown: every ASCII punctuation mark is escaped. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/**
 * A code block between fences that are longer than any run of backticks in the code.
 *
 * @param language for colours; left out unless it is one word
 */
export function codeBlock(code: string, language = ''): string {
  const fence = '`'.repeat(Math.max(2, longestRun(code)) + 1);
  return `${fence}${/^[\w+#-]+$/.test(language) ? language : ''}\n${code.replace(/\r\n?/g, '\n')}\n${fence}`;
}

/** Code within a line. */
export function codeSpan(code: string): string {
  const mark = '`'.repeat(longestRun(code) + 1);
  const text = code.replace(/\s+/g, ' ');
  return text.trim() === '' ? '' : `${mark} ${text} ${mark}`;
}

function longestRun(code: string): number {
  return Math.max(0, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
}
