// How good are the checks? Figures on real texts, on defects planted in them, and on the fixes.
