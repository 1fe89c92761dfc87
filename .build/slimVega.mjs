// Vega without the transforms that no figure of ours has. A plugin of esbuild's.

/** Packages of which Vega makes nothing but transforms known by name. */
const LEFT_OUT = /^vega-(geo|force|hierarchy|label|regression|voronoi|wordcloud|crossfilter)$/

/** A figure that names such a transform fails: "Unrecognized transform type". */
export const slimVega = () => ({
  name: 'slim Vega',
  setup(build) {
    build.onResolve({ filter: LEFT_OUT }, ({ path: name }) => ({
      path: name,
      namespace: 'left-out-of-vega',
      sideEffects: false
    }))
    build.onLoad({ filter: /.*/, namespace: 'left-out-of-vega' }, () => ({ contents: 'export {}' }))
  }
})
