import MarkdownIt from 'markdown-it'

/** Markdown without HTML in it; links lead to no script (markdown-it's own check), and nothing is fetched: the page's policy forbids it. */
export const proseHtml = (source: string): string => new MarkdownIt({ html: false, linkify: false }).render(source)

/** `text` as it may stand in HTML, also between quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
