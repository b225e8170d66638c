// The panel's empty page, and what it may load.
import * as vscode from 'vscode';

/** The folder that the page's own files are in. */
export function ownFiles(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist');
}

/**
 * The page as it is before its script draws anything. Its policy is the last wall behind the sanitiser: only our own
 * script and styles run, and nothing comes from elsewhere but pictures, and those only if `remotePictures`.
 */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri, remotePictures: boolean): string {
  const nonce = makeNonce();
  const address = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(ownFiles(extension), name)).toString();
  const own = webview.cspSource;
  const policy = `default-src 'none'; img-src ${own}${remotePictures ? ' https:' : ''}; style-src ${own}; font-src ${own}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('codicon.css')}">
<link rel="stylesheet" href="${address('webview.css')}">
<title>Facing Pages</title>
</head>
<body>
<script nonce="${nonce}" src="${address('webview.js')}"></script>
</body>
</html>`;
}

/** A number used once: 128 random bits. Node and web workers both have `crypto`. */
function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
