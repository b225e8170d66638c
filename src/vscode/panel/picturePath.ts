// Where a picture lies that a post names by a path, if that is a place that posts may name.

/**
 * The path of the picture. All are paths of URIs, with `/`. With a slash at its head `written` counts from the workspace
 * folder, else from the post's.
 *
 * @returns undefined for a picture that lies neither in the workspace folder nor in the post's own: no post leads out of them
 */
export function picturePath(written: string, post: string, workspaceFolder: string | undefined): string | undefined {
  const own = post.slice(0, post.lastIndexOf('/'));
  const base = written.startsWith('/') ? workspaceFolder : own;
  if (base === undefined) return undefined;
  const steps: string[] = [];
  for (const step of `${base}/${written}`.split(/[/\\]/)) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const path = `/${steps.join('/')}`;
  return [own, workspaceFolder].some(
    (root) => root !== undefined && path.startsWith(root.endsWith('/') ? root : `${root}/`),
  )
    ? path
    : undefined;
}
