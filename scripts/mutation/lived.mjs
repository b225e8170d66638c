// A Stryker plugin that tells of each mutant that the tests did not find out, as soon as that is known.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { shown } from './shown.mjs';

/** @type {import('@stryker-mutator/api/report').Reporter} */
const lived = {
  onMutantTested(result) {
    if (result.status === 'Survived') process.stdout.write(`${shown(result)}\n`);
    else if (result.status === 'NoCoverage') process.stdout.write(`never runs: ${shown(result)}\n`);
    else if (result.status === 'Timeout') process.stdout.write(`timeout: ${shown(result)}\n`);
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Reporter, 'lived', lived)];
