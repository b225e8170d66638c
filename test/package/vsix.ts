// Which package the tests are about.

/** The .vsix that `npm run test:package` has made. */
export function vsix(): string {
  const file = process.env['FACING_PAGES_VSIX'];
  if (!file) throw new Error('These tests are about a package: run them with `npm run test:package`.');
  return file;
}
