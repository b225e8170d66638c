// Every example of the documentation and every case of test/checks holds, with all checks at work.
import { describeCases } from './support/casesSuite.js';

describeCases('all');
