// What was found in many files: packed until it is printed, as all of it is more than memory should hold.
import { isAtLeast, type Severity } from '../core/problem.js';
import { checkReport, type LongReport, type ReportedFile } from '../core/report/checkReport.js';
import type { CheckedPost } from './checkOne.js';
import { packed, unpacked } from './packing.js';
import { Shelf, type Kept } from './shelf.js';

export class FoundFiles {
  readonly #shelf = new Shelf();
  /** By path; undefined for a file without problems. */
  readonly #kept = new Map<string, Kept | undefined>();
  #fixed = 0;
  readonly #failures: string[] = [];
  #ignored = 0;
  #worst: Severity | undefined;

  add({ file, fixed, failure }: CheckedPost): void {
    if (failure !== undefined) this.#failures.push(failure);
    if (!file) return;
    this.#kept.set(file.path, file.problems.length > 0 ? this.#shelf.put(packed(file)) : undefined);
    this.#fixed += fixed;
    this.#ignored += file.ignored;
    for (const { severity } of file.problems)
      if (this.#worst === undefined || isAtLeast(severity, this.#worst)) this.#worst = severity;
  }

  /** What could not be read, checked or written, with why. */
  get failures(): readonly string[] {
    return this.#failures;
  }

  /** How many problems were mended. */
  get fixed(): number {
    return this.#fixed;
  }

  /** Whether there is a problem as grave as this. */
  hasAtLeast(severity: Severity): boolean {
    return this.#worst !== undefined && isAtLeast(this.#worst, severity);
  }

  /** @param order paths in the order in which they are reported; that in which they were added if not given */
  report(order: Iterable<string> = this.#kept.keys()): LongReport {
    const paths = [...order];
    const [kept, shelf] = [this.#kept, this.#shelf];
    const files = {
      *[Symbol.iterator](): Generator<ReportedFile> {
        for (const path of paths) {
          const place = kept.get(path);
          if (place) yield unpacked(shelf.get(place)) as ReportedFile;
        }
      },
    };
    return checkReport(files, { files: this.#kept.size, ignored: this.#ignored });
  }
}
