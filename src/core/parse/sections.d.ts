import type { Block, Section } from '../model.js';
/**
 * The sections of an issue. The topmost level of heading that stands more than once makes sections (the topmost, if
 * none does). Inside, a title, a deeper heading or a list item of the first level opens an item.
 */
export declare function sectionsOf(blocks: readonly Block[]): Section[];
