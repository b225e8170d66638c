// Loaded when somebody writes in a translation: what was translated before.
export { memoryCompletions } from '../memory/completion.js';
export { memoryInline } from '../memory/inline.js';
