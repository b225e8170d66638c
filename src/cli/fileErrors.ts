// Why the system refused to read or write a file, in words for people.

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EEXIST: 'there is a file with this name already',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would be too large',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EIO: 'the disk reports an error',
  EBUSY: 'another program uses it',
  EMFILE: 'too many files are open',
};

/** The reason of an error of `node:fs`, to stand behind “cannot be read:” or “was not written:”. */
export function reasonOf(error: unknown): string {
  const reason = reasons[(error as { code?: string }).code ?? ''];
  return reason ?? (error instanceof Error ? error.message : String(error));
}
