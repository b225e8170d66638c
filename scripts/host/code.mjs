#!/usr/bin/env node
// A stand-in for the desktop `code` executable, for `runTests({ vscodeExecutablePath })` of @vscode/test-electron:
// it runs the tests in the VS Code of the browser, prints what they print, and exits with their exit code.
import { closeSync, existsSync, openSync, readSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeTemporary, removeTemporary } from '../temporary.mjs';
import { addressOf } from './address.mjs';
import { launchBrowser } from './browser.mjs';
import { readCodeArguments } from './codeArguments.mjs';
import { startServer } from './server.mjs';

const limit = 10 * 60_000;
const shim = fileURLToPath(new URL('testsShim.cjs', import.meta.url));

process.exitCode = await main();

async function main() {
  const options = readCodeArguments(process.argv.slice(2));
  if (!options.testsPath) {
    process.stderr.write('This stand-in for `code` only runs tests: it needs --extensionTestsPath.\n');
    return 64;
  }
  const temporary = makeTemporary('code');
  const outputFile = path.join(temporary, 'output.txt');
  const verdictFile = path.join(temporary, 'verdict.txt');
  writeFileSync(outputFile, '');
  const follower = follow(outputFile);
  /** @type {PromiseWithResolvers<{ code: number, reason?: string }>} */
  const ended = withResolvers();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => ended.resolve({ code: 130, reason: signal }));
  }
  const timer = setTimeout(
    () => ended.resolve({ code: 72, reason: `no result after ${limit / 60_000} minutes` }),
    limit,
  );
  /** @type {(() => Promise<unknown>)[]} */
  const cleanUp = [];
  let result;
  try {
    const server = await startServer({
      ...(options.userDataFolder && { userDataFolder: options.userDataFolder }),
      ...(options.extensionsFolder && { extensionsFolder: options.extensionsFolder }),
      env: {
        FACING_PAGES_TESTS: options.testsPath,
        FACING_PAGES_TESTS_OUTPUT: outputFile,
        FACING_PAGES_TESTS_VERDICT: verdictFile,
      },
      onUnexpectedEnd: (code) => ended.resolve({ code: 70, reason: `VS Code's server ended (${code})` }),
    });
    cleanUp.push(() => server.stop());
    const browser = await launchBrowser({ handleSignals: false });
    cleanUp.push(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('crash', () => ended.resolve({ code: 71, reason: 'the page crashed' }));
    await page.exposeFunction('codeAutomationLog', () => {}); // VS Code's log lines, which the page prints too
    await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
      if (code !== 0) ended.resolve({ code });
      else if (existsSync(verdictFile)) ended.resolve({ code: 0 });
      else ended.resolve({ code: 73, reason: 'the extension host ended before the tests did' });
    });
    await page.goto(addressOf(server, { ...options, testsPath: shim }));
    result = await ended.promise;
  } catch (error) {
    result = { code: 70, reason: String(error) };
  }
  clearTimeout(timer);
  for (const end of cleanUp.reverse()) await end().catch(() => {});
  follower.stop();
  removeTemporary(temporary);
  if (result.reason) process.stderr.write(`The tests did not run to their end: ${result.reason}.\n`);
  await new Promise((resolve) => process.stdout.write('', resolve));
  await wait(150); // runTests drops what is still in the pipe when this process exits
  return result.code;
}

/**
 * Prints what is added to a file.
 * @param {string} file
 */
function follow(file) {
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.alloc(65_536);
  let position = 0;
  const print = () => {
    for (let length; (length = readSync(descriptor, buffer, 0, buffer.length, position)) > 0; position += length) {
      process.stdout.write(Buffer.from(buffer.subarray(0, length)));
    }
  };
  const timer = setInterval(print, 100);
  return {
    stop() {
      clearInterval(timer);
      print();
      closeSync(descriptor);
    },
  };
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function withResolvers() {
  /** @type {any} */
  const result = {};
  result.promise = new Promise((resolve, reject) => Object.assign(result, { resolve, reject }));
  return result;
}
