// Parses all Markdown below a folder with remark-parse and does nothing else: what any reading of it costs at least.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import remarkParse from 'remark-parse';
import { globSync } from 'tinyglobby';
import { unified } from 'unified';

const [folder = '.'] = process.argv.slice(2);
const processor = unified().use(remarkParse).freeze();
for (const file of globSync('**/*.md', { cwd: folder })) processor.parse(readFileSync(path.join(folder, file), 'utf8'));
