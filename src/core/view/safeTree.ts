// The gate that everything on the panel's page passes: elements that cannot run, load, imitate or escape anything.
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';

/**
 * Where a picture is loaded from; `address` is as it stands in the post. Undefined: not at all, its description
 * stands in its place.
 */
export type ImageAddress = (address: string) => string | undefined;

const schema: Schema = {
  tagNames: [
    'a',
    'b',
    'blockquote',
    'br',
    'center',
    'code',
    'dd',
    'del',
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
    'figure',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
    'img',
    'ins',
    'kbd',
    'li',
    'mark',
    'ol',
    'p',
    'pre',
    'q',
    's',
    'samp',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
    'tt',
    'u',
    'ul',
    'var',
  ],
  // Their content is no text either.
  strip: [
    'script',
    'style',
    'template',
    'noscript',
    'iframe',
    'object',
    'embed',
    'svg',
    'math',
    'title',
    'textarea',
    'xmp',
    'noembed',
    'noframes',
    'plaintext',
    'select',
    'video',
    'audio',
  ],
  // No class, id, name or style: they could dress a post up as the panel itself.
  attributes: {
    a: ['href'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan'],
    '*': ['dir', 'lang'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  ancestors: {
    li: ['ol', 'ul'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  required: {},
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

/**
 * A tree of which nothing can harm: what the schema does not name is gone, links lead only to the web or to mail.
 *
 * @param mark may add attributes of our own to what is left of the post, while addresses are still the post's
 */
export function safeTree(tree: Nodes, imageAddress: ImageAddress, mark?: (tree: Root) => void): Root {
  const safe = sanitize(tree, schema);
  const root: Root = safe.type === 'root' ? safe : { type: 'root', children: [safe] };
  mark?.(root);
  const { children } = root;
  return {
    type: 'root',
    children: children.flatMap((child) =>
      child.type === 'element' ? settled(child, imageAddress) : child.type === 'text' ? [child] : [],
    ),
  };
}

function settled(element: Element, imageAddress: ImageAddress): ElementContent[] {
  if (element.tagName === 'img') return settledImage(element, imageAddress);
  const children = element.children.flatMap((child) =>
    child.type === 'element' ? settled(child, imageAddress) : [child],
  );
  const properties = element.tagName === 'a' ? linkProperties(element) : element.properties;
  return [{ ...element, properties, children }];
}

/** Only whole addresses lead anywhere from the panel. The row is what the Tab key stops at, not each of its links. */
function linkProperties({ properties: { href, ...rest } }: Element): Element['properties'] {
  const isWhole = typeof href === 'string' && /^(?:https?:\/\/|mailto:)/i.test(href);
  return isWhole ? { title: href, ...rest, href, tabIndex: -1 } : rest;
}

function settledImage(element: Element, imageAddress: ImageAddress): ElementContent[] {
  const { src, alt, ...rest } = element.properties;
  const address = typeof src === 'string' && src !== '' ? imageAddress(src) : undefined;
  const description = typeof alt === 'string' ? alt : '';
  if (address === undefined) {
    return [
      {
        type: 'element',
        tagName: 'span',
        properties: { ...own(rest), className: ['no-picture'] },
        children: [{ type: 'text', value: description || 'Picture' }],
      },
    ];
  }
  return [
    {
      ...element,
      properties: {
        ...rest,
        src: address,
        alt: description,
        loading: 'lazy',
        decoding: 'async',
        referrerPolicy: 'no-referrer',
      },
    },
  ];
}

/** The attributes that are ours. */
function own(properties: Element['properties']): Element['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name.startsWith('data') || name === 'title'));
}
