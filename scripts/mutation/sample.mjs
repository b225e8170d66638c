// A Stryker plugin that lets a random sample of the mutants through. The rest counts as not compiled, so that it is in no score.
import { createHash } from 'node:crypto';
import { CheckStatus } from '@stryker-mutator/api/check';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';

/** @typedef {import('@stryker-mutator/api/core').Mutant} Mutant */

class SampleChecker {
  static inject = tokens(commonTokens.options);
  /** @type {Set<string>} */
  #taken = new Set();

  /** @param {import('@stryker-mutator/api/core').StrykerOptions} options */
  constructor({ sample }) {
    this.sample = /** @type {{ size: number, seed: string }} */ (sample);
  }

  async init() {}

  /**
   * Stryker hands over all mutants at once here. Their order by a hash of what they are is as good as a shuffle, and the same
   * whenever the code is.
   * @param {Mutant[]} mutants
   */
  async group(mutants) {
    const { size, seed } = this.sample;
    const shuffled = mutants
      .map(({ id, ...mutant }) => ({ id, rank: rankOf(mutant, seed) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1));
    for (const { id } of shuffled.slice(0, Math.max(0, size - this.#taken.size))) this.#taken.add(id);
    return [mutants.map(({ id }) => id)];
  }

  /**
   * @param {Mutant[]} mutants
   * @returns {Promise<Record<string, import('@stryker-mutator/api/check').CheckResult>>}
   */
  async check(mutants) {
    return Object.fromEntries(
      mutants.map(({ id }) => [
        id,
        this.#taken.has(id)
          ? { status: CheckStatus.Passed }
          : { status: CheckStatus.CompileError, reason: 'not in the sample' },
      ]),
    );
  }
}

/**
 * @param {Omit<Mutant, 'id'>} mutant
 * @param {string} seed
 */
function rankOf({ fileName, location: { start, end }, mutatorName, replacement }, seed) {
  const file = fileName.replaceAll('\\', '/').replace(/^.*\/src\//, '');
  return createHash('sha256')
    .update([seed, file, start.line, start.column, end.line, end.column, mutatorName, replacement].join('\0'))
    .digest('hex');
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker)];
