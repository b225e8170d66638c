// A third of the checks, with what they share with others: the list of all would be too much to load at a stretch.
import '../../core/checks/added-block.js';
import '../../core/checks/broken-emphasis.js';
import '../../core/checks/duplicate-block.js';
import '../../core/checks/front-matter-untranslated.js';
import '../../core/checks/image-missing.js';
import '../../core/checks/link-changed.js';
import '../../core/checks/link-missing.js';
import '../../core/checks/missing-block.js';
import '../../core/checks/order-changed.js';
import '../../core/checks/reference-undefined.js';
import '../../core/checks/swallowed-paragraph.js';
