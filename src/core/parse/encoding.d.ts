import type { Edit } from '../text/edit.js';
/** A text with damaged stretches, repaired, and the way from one to the other. Offsets in UTF-16 code units. */
export interface DamagedEncoding {
    /** The encoding that the bytes were taken for. */
    readonly readAs: 'Mac Roman';
    readonly repaired: string;
    /** The edits that make the repaired text of the damaged one. */
    readonly edits: readonly Edit[];
    /** Offset in the damaged text of an offset in the repaired one. */
    toDamaged(offset: number): number;
    /** Offset in the repaired text of an offset in the damaged one. */
    toRepaired(offset: number): number;
}
/**
 * Finds UTF-8 that was read as Mac Roman. Every run of characters that together are the bytes of one
 * well-formed UTF-8 character counts as damage; characters that are not stay as they are, so a text that was
 * written on after the accident is repaired too. Pairs that people write on purpose, such as the `’é` of “d’été” or
 * the `–£` of “£5–£9”, count only beside others or where all of the text is damaged.
 *
 * @returns undefined for a text with no such damage, or too little of it to be sure
 */
export declare function findDamage(text: string): DamagedEncoding | undefined;
