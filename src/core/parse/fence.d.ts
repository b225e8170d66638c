/**
 * The fence that is open behind `line`, given the one that was open before it; undefined if none is. A fence may
 * stand inside quotes and list items.
 */
export declare function fenceBehind(line: string, open: string | undefined): string | undefined;
