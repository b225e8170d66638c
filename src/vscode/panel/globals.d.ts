// A global that every host of the extension has: Node and a web worker.
declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };
