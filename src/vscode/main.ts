// The extension's entry: what VS Code calls when the first Markdown document is opened, or the panel comes back after a reload.
import type { ExtensionContext } from 'vscode';
import type { Api } from './extension.js';

/**
 * In the bundle, modules behind an `import()` are functions: the engine reads over them once when it loads the file. Code at
 * the top of the file it would read a second time, which takes as long as all the rest of the start.
 */
export async function activate(context: ExtensionContext): Promise<Api> {
  const features = await import('./extension.js');
  return features.activate(context);
}
