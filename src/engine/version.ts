/** Version of the engine's arithmetic: it grows when any bit of any record changes, so that saved outputs can be told apart. */
export const ENGINE_VERSION = '3'
