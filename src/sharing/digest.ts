/** How many of SHA-256's 64 digits tell one notebook from another in a caption. */
const DIGITS = 16

/** The first digits of the notebook file's SHA-256, as `sha256sum` prints them. */
export async function notebookDigest(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, DIGITS)
}
