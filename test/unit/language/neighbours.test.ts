// Languages that are taken for their neighbours.
import assert from 'node:assert/strict';
import { amongNeighbours } from '../../../src/core/language/neighbours.js';

describe('a language that is taken for its neighbour', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['Macedonian by its letters', 'sr', 'Куќата е ѕидана од камен, а меѓу нив има ѓердан.', 'mk'],
    ['but not Serbian', 'sr', 'Кућа је од камена, а између њих је ђердан и ћуприја.', 'sr'],
    ['nor Bulgarian', 'bg', 'Къщата е от камък, а между тях има нещо.', 'bg'],
    ['Indonesian by its words', 'ms', 'Informasi ini penting karena komunitas bisa membutuhkan sebuah proyek.', 'id'],
    ['but not Malay', 'ms', 'Maklumat ini penting kerana komuniti boleh mahu projek sahaja.', 'ms'],
    ['Galician by its words', 'es', 'Unha casa coa xente que tamén vive alí, ata hoxe.', 'gl'],
    ['but not Spanish', 'es', 'Una casa con la gente que más vive del mar y los ríos.', 'es'],
    ['none of a language that has no such neighbour', 'fr', 'Unha casa coa xente.', 'fr'],
    ['none of a text without words', 'es', '12 + 3', 'es'],
  ];
  for (const [title, taken, text, language] of cases)
    it(`is ${title}`, () => assert.equal(amongNeighbours(text, taken), language));
});
