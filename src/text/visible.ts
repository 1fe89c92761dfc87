/**
 * Characters that act instead of being seen: C0 and C1 controls and DEL (a terminal obeys them), marks that turn the direction
 * of text (Unicode TR 36, "Trojan Source"), and line separators. A plain line feed and a tab are layout and stay.
 */
const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** `text` as it may be shown to a person or sent to a terminal: what would act stands there as \u001b. */
export const visible = (text: string): string => text.replace(ACTING, escaped)

/** The same for a text of one line: line feeds and tabs are escaped, too. */
export const visibleLine = (text: string): string => visible(text).replace(/[\n\t]/g, escaped)

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
