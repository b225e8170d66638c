// The engine of the checks, loaded when the first issue is to be checked: most Markdown files are none.
import { Later } from './later.js';

export const engine = new Later(() => import('./checking.js'));
