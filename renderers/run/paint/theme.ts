export type ThemeKind = 'light' | 'dark' | 'hcLight' | 'hcDark'

/** Whether light colours stand on a dark background. */
export const isDark = (kind: ThemeKind): boolean => kind === 'dark' || kind === 'hcDark'

/** What the chart takes from the editor's theme. Colours are CSS colours. */
export interface Theme {
  readonly kind: ThemeKind
  readonly background: string
  readonly foreground: string
  /** text of second rank */
  readonly muted: string
  /** frames and axis lines */
  readonly border: string
  readonly grid: string
  readonly train: string
  readonly test: string
  /** numbers that are not finite */
  readonly alert: string
  /** the middle of the colours of magnitudes, as a line */
  readonly healthy: string
  /** a range behind a line */
  readonly shade: string
  readonly fontFamily: string
  /** of the notebook's text, px; the chart's labels are a little smaller */
  readonly fontSize: number
}

const TEXT = { fontFamily: 'system-ui, "Segoe UI", "Noto Sans", sans-serif', fontSize: 13 }

/** For pictures outside an editor, and the fallback for variables that a theme leaves out. */
export const THEMES: { readonly [kind in ThemeKind]: Theme } = {
  light: {
    ...TEXT,
    kind: 'light',
    background: '#ffffff',
    foreground: '#3b3b3b',
    muted: '#616161',
    border: '#c8c8c8',
    grid: '#ececec',
    train: '#1a1a1a',
    test: '#8b3fb5',
    alert: '#c4221f',
    healthy: '#0f8f83',
    shade: '#bfe3df'
  },
  dark: {
    ...TEXT,
    kind: 'dark',
    background: '#1f1f1f',
    foreground: '#cccccc',
    muted: '#9d9d9d',
    border: '#4a4a4a',
    grid: '#313131',
    train: '#e8e8e8',
    test: '#c792ea',
    alert: '#f66a6a',
    healthy: '#3fb8ab',
    shade: '#1f4f4b'
  },
  hcLight: {
    ...TEXT,
    kind: 'hcLight',
    background: '#ffffff',
    foreground: '#292929',
    muted: '#292929',
    border: '#0f4a85',
    grid: '#d0d0d0',
    train: '#000000',
    test: '#7a1fa2',
    alert: '#b5200d',
    healthy: '#00695f',
    shade: '#bfe3df'
  },
  hcDark: {
    ...TEXT,
    kind: 'hcDark',
    background: '#000000',
    foreground: '#ffffff',
    muted: '#ffffff',
    border: '#6fc3df',
    grid: '#404040',
    train: '#ffffff',
    test: '#e2a9ff',
    alert: '#ff8080',
    healthy: '#5fe0d2',
    shade: '#17504a'
  }
}

/** The chart's text, px. */
export const labelSize = (theme: Theme): number => Math.round(Math.min(16, Math.max(9, theme.fontSize * 0.85)))
