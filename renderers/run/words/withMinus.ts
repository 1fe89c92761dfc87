/** A number with the sign that axes have, "−1.1"; that of its power of ten stays as in every text: "−1e-7". */
export const withMinus = (number: string): string => number.replace(/^-/, '−')
