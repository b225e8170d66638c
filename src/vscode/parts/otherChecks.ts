// Another third of the checks; see `someChecks.ts`.
import '../../core/checks/acronym-changed.js';
import '../../core/checks/code-changed.js';
import '../../core/checks/date-changed.js';
import '../../core/checks/emoji-changed.js';
import '../../core/checks/leftover-source.js';
import '../../core/checks/number-changed.js';
import '../../core/checks/stray-markup.js';
import '../../core/checks/terminology.js';
import '../../core/checks/truncated-text.js';
import '../../core/checks/untranslated-text.js';
