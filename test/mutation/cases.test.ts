// The same examples and cases for `npm run mutate`: only the check that a page is about runs, with those that it yields to.
// So a broken check is met by few tests, and they are quick.
import { describeCases } from '../unit/checks/support/casesSuite.js';

describeCases('only its causes');
