/** Why a file cannot be used, in English: sentences that lack their subject, the file's name. Every other file names one of these. */
export const TEXTS = {
  changed: 'changed while it was being read: try again when nothing else writes to it',
  tooLarge: (bytes: number, most: number) =>
    `has ${bytes.toLocaleString('en-US')} bytes, above the limit of ${most.toLocaleString('en-US')}`,
  outside: "is a link that leads out of the notebook's folder",
  unreadable: (why: string) => `cannot be read: ${why}`,
  notFile: {
    folder: 'is a folder, not a file',
    pipe: 'is a named pipe, not a file',
    socket: 'is a socket, not a file',
    device: 'is a device, not a file'
  },

  /** What the system's error codes mean to a person. */
  reasons: {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EACCES: 'permission denied',
    EPERM: 'the system does not allow it',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    EFBIG: 'the system allows no larger file',
    EDQUOT: 'your disk quota is used up',
    ELOOP: 'its links lead in a circle',
    ENAMETOOLONG: 'its name is too long',
    EMFILE: 'too many files are open',
    EIO: 'the disk or the terminal reports an error'
  } as Readonly<Record<string, string>>
}
