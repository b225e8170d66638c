// The sample posts: one invented newsletter, two issues, in up to four languages.
import { parseIssue } from '../../../src/core/parse/issue.js';
import type { Issue } from '../../../src/core/model.js';
import { repositoryText } from './repository.js';

export const samplesFolder = 'samples/_posts';

/** The sample posts by what they are. */
export const samples = {
  en11: `${samplesFolder}/2026-02-08-Footpath_Letter_11.md`,
  fr11: `${samplesFolder}/2026-02-12-Lettre_du_Sentier_11_[FR].md`,
  en12: `${samplesFolder}/2026-03-08-Footpath_Letter_12.md`,
  zh12: `${samplesFolder}/2026-03-11-Footpath_Letter_12[ZH].md`,
  fr12: `${samplesFolder}/2026-03-15-Lettre_du_Sentier_12_[FR].md`,
  ar12: `${samplesFolder}/2026-03-19-Footpath_Letter.AR._12_Benches_And_More.md`,
} as const;

export type Sample = keyof typeof samples;

export const sampleNames = Object.keys(samples) as Sample[];

const texts = new Map<Sample, string>();
const issues = new Map<Sample, Issue>();

export function sampleText(sample: Sample): string {
  let text = texts.get(sample);
  if (text === undefined) texts.set(sample, (text = repositoryText(samples[sample])));
  return text;
}

export function sampleIssue(sample: Sample): Issue {
  let issue = issues.get(sample);
  if (!issue) issues.set(sample, (issue = parseIssue(sampleText(sample))));
  return issue;
}
