// Loaded when somebody first points at something or asks for what is to be done: hovers, the light bulb, small commands.
export { fixes } from '../codeActions.js';
export { goToCounterpart, peekCounterpart } from '../counterpart.js';
export { fixAll } from '../fixAll.js';
export { addToGlossary } from '../glossary/addToGlossary.js';
export { glossaryHovers } from '../glossary/hover.js';
export { counterpartHovers } from '../hover.js';
export { markUpToDate } from '../markUpToDate.js';
export { goToNextToDo } from '../nextToDo.js';
export { openSample } from '../openSample.js';
export { showPairing } from '../showPairing.js';
export { updates } from '../updateActions.js';
