/**
 * A label of an axis of numbers: "20" rather than Vega's "2e+1", "1e8" rather than "100000000", as in every other text of ours. What has no
 * label, as lines between the powers of ten, still has none.
 */
export const SHORT_NUMBER =
  "datum.label === '' ? '' : abs(datum.value) >= 1e4 || (datum.value !== 0 && abs(datum.value) < 1e-3)" +
  " ? replace(format(datum.value, '.3~e'), '+', '') : format(datum.value, '.4~g')"
