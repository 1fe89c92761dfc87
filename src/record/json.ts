/** Data as JSON knows it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
/** A mapping among such data. */
export type JsonObject = { readonly [key: string]: Json }
