// Text with holes to be filled in: what a snippet inserts, whatever the editor's notation for it.

/** Literal text and holes, in order. A hole has a default that shows what goes there. */
export type Template = readonly (string | Hole)[];

export interface Hole {
  readonly hole: string;
}

/** The template with its holes' defaults, as it looks before anybody fills it in. */
export function templateText(template: Template): string {
  return template.map((part) => (typeof part === 'string' ? part : part.hole)).join('');
}
