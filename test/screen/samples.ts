// The sample posts that the screen tests open, by what they are good for.

/** A French translation with slips left in on purpose. */
export const withProblems = '_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md';

/** A French translation without a problem. */
export const withoutProblems = '_posts/2026-02-12-Lettre_du_Sentier_11_[FR].md';
