/** How findings are told one below the other. */
export const REPORT_TEXTS = {
  severities: { error: 'error', warning: 'warning', info: 'note' },
  finding: (severity: string, label: string, message: string) => `${severity}: ${label}: ${message}`,
  evidence: (label: string, message: string) => `${label}: ${message}`,
  remedy: (title: string, keys: readonly string[]) => (keys.length === 0 ? title : `${title} (${keys.join(', ')})`)
}
