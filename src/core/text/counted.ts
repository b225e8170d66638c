// Things counted, for people.

/** How many of what there are: `1 issue`, `2 issues`, `0 issues`. @param noun one whose plural takes an “s” */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
