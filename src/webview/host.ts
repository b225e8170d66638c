// The page's only way out: messages to the extension, and what VS Code keeps for the page while it is hidden.
import type { HostMessage, SentByPage } from '../protocol/messages.js';
import type { Kept } from './kept.js';

interface VsCodeApi {
  postMessage(message: SentByPage): void;
  getState(): unknown;
  setState(state: Kept): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export function send(message: SentByPage): void {
  api.postMessage(message);
}

/** Calls `handle` for each message of the extension. */
export function onMessage(handle: (message: HostMessage) => void): void {
  window.addEventListener('message', (event: MessageEvent<HostMessage>) => handle(event.data));
}

export function readKept(): unknown {
  return api.getState();
}

export function keep(state: Kept): void {
  api.setState(state);
}
