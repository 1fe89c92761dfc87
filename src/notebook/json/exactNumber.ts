/** Sign, digits of the fraction in 0.DIGITS without zeros around them, and the power of ten. */
const PARTS = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/

/**
 * Whether a number of JSON is the same when it is written back: 1.50 is (as 1.5); 1e400, 12345678901234567890 and -0 are not, as
 * JavaScript reads and writes them as other numbers.
 */
export function isExact(text: string): boolean {
  const back = JSON.stringify(Number(text))
  return back === text || (back !== 'null' && decimal(back) === decimal(text))
}

/** One spelling for all spellings of a number. */
function decimal(text: string): string {
  const [, sign, whole, fraction = '', power = '0'] = PARTS.exec(text)!
  const digits = whole! + fraction
  const first = digits.search(/[1-9]/)
  if (first < 0) return `${sign}0`
  return `${sign}${digits.slice(first, lastOf(digits) + 1)}e${Number(power) + whole!.length - first}`
}

/** Where the last digit but 0 is. A regular expression for it would take quadratic time. */
function lastOf(digits: string): number {
  let last = digits.length - 1
  while (digits[last] === '0') last--
  return last
}
