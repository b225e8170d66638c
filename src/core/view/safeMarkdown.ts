// A syntax tree to small, harmless Markdown: text, emphasis, lists, tables, code, and links to the web or to mail.
import type { Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { codeBlock, codeSpan, escapeMarkdown } from './escapeMarkdown.js';

/** The address that a reference's label stands for; undefined if there is none. */
export type AddressOf = (label: string) => string | undefined;

/** Longer addresses are not worth a link. In UTF-16 code units. */
const longestAddress = 2000;

const bareAddress = /(\bhttps?:\/\/[^\s<>()[\]"'`*|\\]*[\p{L}\p{N}/])/u;

/**
 * Writes a tree as Markdown that shows the tree's text and can do nothing else, whatever the text says: pictures are
 * named and not loaded, HTML and comments are left out, and every punctuation mark of the text is escaped.
 *
 * @param longest text that is longer is cut, at a space if there is one; in UTF-16 code units
 */
export function safeMarkdown(nodes: readonly RootContent[], addressOf: AddressOf, longest: number): string {
  return new Writer(addressOf, longest).blocks(nodes).join('\n\n');
}

class Writer {
  private isInLink = false;

  constructor(
    private readonly addressOf: AddressOf,
    private left: number,
  ) {}

  /** Each block for itself: what lies in a list or a quotation is no deeper than a mark before its first line can say. */
  blocks(nodes: readonly Nodes[]): string[] {
    return nodes.flatMap((node) => (this.left <= 0 ? [] : this.block(node)).filter((text) => text !== ''));
  }

  private block(node: Nodes): string[] {
    switch (node.type) {
      case 'heading': {
        const text = this.line(node.children);
        return [text === '' ? '' : `${'#'.repeat(node.depth)} ${text}`];
      }
      case 'paragraph':
        return [this.lines(node.children)];
      case 'blockquote':
        return this.blocks(node.children).map((text) => text.replace(/^/gm, '> '));
      case 'list':
        return node.children.flatMap((item, i) =>
          marked(node.ordered ? `${Math.min(999_999_999, (node.start ?? 1) + i)}. ` : '- ', this.blocks(item.children)),
        );
      case 'code':
        return [codeBlock(this.cut(node.value), node.lang ?? '')];
      case 'table':
        return [this.table(node)];
      case 'thematicBreak':
        return ['---'];
      case 'html':
        return [this.html(node.value).trim()];
      case 'definition':
      case 'yaml':
        return [];
      case 'footnoteDefinition':
      case 'listItem':
      case 'root':
        return this.blocks(node.children);
      default:
        return [this.lines([node as PhrasingContent])];
    }
  }

  private table({ children }: Table): string {
    const [head, ...rows] = children.map(
      (row) => `| ${row.children.map((cell) => this.line(cell.children)).join(' | ')} |`,
    );
    return head === undefined ? '' : [head, `|${' --- |'.repeat(children[0]!.children.length)}`, ...rows].join('\n');
  }

  private lines(nodes: readonly PhrasingContent[]): string {
    return this.inline(nodes)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\\\n');
  }

  /** Without line breaks. */
  private line(nodes: readonly PhrasingContent[]): string {
    return this.inline(nodes).replace(/\s+/g, ' ').trim();
  }

  /** A line feed stands for a line break. */
  private inline(nodes: readonly PhrasingContent[]): string {
    return nodes.map((node) => (this.left <= 0 ? '' : this.phrase(node))).reduce(joined, '');
  }

  private phrase(node: PhrasingContent): string {
    switch (node.type) {
      case 'text':
        return this.text(this.cut(node.value));
      case 'emphasis':
        return around('*', this.inline(node.children));
      case 'strong':
        return around('**', this.inline(node.children));
      case 'delete':
        return around('~~', this.inline(node.children));
      case 'inlineCode':
        return codeSpan(this.cut(node.value));
      case 'break':
        return '\n';
      case 'link':
        return this.link(node.url, node.children);
      case 'linkReference':
        return this.link(this.addressOf(node.identifier) ?? '', node.children);
      case 'image':
      case 'imageReference':
        return this.picture(node.alt ?? '');
      case 'footnoteReference':
        return escapeMarkdown(`[${node.label ?? node.identifier}]`);
      case 'html':
        return this.html(node.value);
      default:
        return '';
    }
  }

  /** Bare addresses are links, as they are in VS Code's own Markdown. */
  private text(text: string): string {
    if (this.isInLink) return escapeMarkdown(text);
    return text
      .split(bareAddress)
      .map((part, i) => (i % 2 === 1 ? linked(part, escapeMarkdown(part)) : escapeMarkdown(part)))
      .join('');
  }

  private link(url: string, children: readonly PhrasingContent[]): string {
    this.isInLink = true;
    const words = this.line(children);
    this.isInLink = false;
    return linked(url, words === '' ? escapeMarkdown(this.cut(url)) : words);
  }

  private picture(alt: string): string {
    return `*Picture${alt.trim() === '' ? '' : `: ${escapeMarkdown(this.cut(alt)).trim()}`}*`;
  }

  /** What HTML says, without its tags. */
  private html(value: string): string {
    const parts = value.replace(/<!--[^]*?(?:-->|$)/g, '').split(/(<[^<>]*>)/);
    return parts
      .map((part) => {
        if (/^<img\b/i.test(part))
          return this.picture(/\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(part)?.slice(1).find(Boolean) ?? '');
        if (/^<br\b/i.test(part)) return '\n';
        return part.startsWith('<') && part.endsWith('>') ? '' : escapeMarkdown(this.cut(part));
      })
      .reduce(joined, '');
  }

  /** As much of `text` as there is still room for. */
  private cut(text: string): string {
    const room = this.left;
    this.left -= text.length;
    if (text.length <= room) return text;
    this.left = 0;
    const space = text.lastIndexOf(' ', room);
    return `${text.slice(0, space > 0 ? space : room).replace(/[\ud800-\udbff]$/, '')} …`;
  }
}

/** Puts two pieces side by side. Two runs of backticks would become one. */
function joined(before: string, piece: string): string {
  return before.endsWith('`') && piece.startsWith('`') ? `${before} ${piece}` : before + piece;
}

/** A link; the words alone if the address leads neither to the web nor to mail. */
function linked(url: string, words: string): string {
  const address = safeAddress(url);
  return address === undefined || words.trim() === '' ? words : `[${words}](<${address}>)`;
}

/** Emphasis begins and ends with something else than white space. */
function around(mark: string, text: string): string {
  const inner = text.trim();
  if (inner === '') return text;
  const start = text.indexOf(inner);
  return text.slice(0, start) + mark + inner + mark + text.slice(start + inner.length);
}

function marked(mark: string, [first, ...rest]: readonly string[]): string[] {
  return first === undefined ? [] : [mark + first, ...rest];
}

/** An address that leads to the web or to mail, with nothing in it that has a meaning in Markdown; undefined for all others. */
function safeAddress(url: string): string | undefined {
  const address = url.trim();
  if (address.length > longestAddress || !/^(?:https?:\/\/|mailto:)/i.test(address)) return undefined;
  return address.replace(/\p{Cs}/gu, '\ufffd').replace(/[^\p{L}\p{N}\-._~:/?#@!$',;=%+&]/gu, encodeURIComponent);
}
