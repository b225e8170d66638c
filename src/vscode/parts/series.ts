// Loaded when something is begun or continued as a newsletter's other issues are: new issues and translations, completion.
export { askAndMakeIssue } from '../newIssue.js';
export { askAndStartTranslation } from '../startTranslation.js';
export { styleCompletions } from '../styleCompletion.js';
export { askAndUpdateTranslation } from '../updateTranslation.js';
