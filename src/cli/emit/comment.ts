/** Lines as comments of a shell, of YAML and of Python. None of them may end inside (see `shellWord`). */
export const comment = (...lines: readonly string[]): string =>
  lines.map(line => (line === '' ? '#' : `# ${line}`)).join('\n')
