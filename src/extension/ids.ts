/** The names under which VS Code, notebooks and settings know us. */
export const NOTEBOOK_TYPE = 'gradnb'
export const CELL_LANGUAGE = 'mlp-experiment'
export const CONTROLLER_ID = 'gradnb-kernel'
export const RENDERER_ID = 'gradnb-run'
