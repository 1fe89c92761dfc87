import { digest } from '../digest'

const LONGEST_PART = 18

/**
 * What the job of a cell is called: a label as RFC 1123 has it (Kubernetes; Slurm takes it, too), short enough for a task's number behind it.
 * Where it leaves out something of the names, a few digits that stand for them tell it apart.
 */
export function jobName(notebook: string, cell: string): string {
  const names = [notebook, cell]
  const parts = names.map(labelOf)
  const digits = parts.every((part, i) => part === names[i]) ? [] : [digest(names.join('\n'), 6)]
  return ['gradnb', ...parts.filter(part => part !== ''), ...digits].join('-')
}

const labelOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_PART)
    .replace(/^-+|-+$/g, '')
