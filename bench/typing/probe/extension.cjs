// The smallest extension that shows what is typed, to compare with; and what the extension host hears, and when it is busy.
const { writeFileSync } = require('node:fs');
const vscode = require('vscode');

/** A stretch in which a timer of 2 ms could not fire counts as one if it is longer than this, in milliseconds. */
const leastStretch = 6;
const everyMs = 2;

const now = () => performance.timeOrigin + performance.now();

exports.activate = (/** @type {import('vscode').ExtensionContext} */ context) => {
  /** When a change of a text was heard of. */
  const heard = /** @type {number[]} */ ([]);
  /** When the host was busy, for how long, and how much of that it computed: on a busy machine it may have had to wait. */
  const busy = /** @type {{ until: number, took: number, computed: number }[]} */ ([]);
  const panels = /** @type {import('vscode').Webview[]} */ ([]);
  let last = { at: now(), cpu: process.cpuUsage() };
  const timer = setInterval(() => {
    const next = { at: now(), cpu: process.cpuUsage() };
    const took = next.at - last.at - everyMs;
    const computed = (next.cpu.user - last.cpu.user + next.cpu.system - last.cpu.system) / 1000;
    if (took > leastStretch) busy.push({ until: next.at, took, computed: Math.min(took, computed) });
    last = next;
  }, everyMs);
  context.subscriptions.push(
    { dispose: () => clearInterval(timer) },
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => {
      if (!change || document.languageId !== 'markdown') return;
      heard.push(now());
      for (const panel of panels)
        void panel.postMessage({ type: 'patch', line: document.lineAt(change.range.start.line).text });
    }),
    vscode.commands.registerCommand('facingPagesProbe.open', () => {
      const { webview } = vscode.window.createWebviewPanel(
        'facingPagesProbe',
        'Smallest',
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: true },
      );
      webview.html =
        '<main><p class="row" data-key="only">Ready</p></main><script>addEventListener("message", ({ data }) => (document.querySelector("p").textContent = data.line))</script>';
      panels.push(webview);
    }),
    vscode.commands.registerCommand('facingPagesProbe.write', () => {
      const file = vscode.workspace.getConfiguration('facingPagesProbe').get('file');
      if (file) writeFileSync(file, JSON.stringify({ heard, busy }));
    }),
  );
};
