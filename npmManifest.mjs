// The npm package is the command line alone, so its manifest has no VS Code parts. npm packs the package.json that it finds, therefore
//   node npmManifest.mjs put      puts the package's own in its place (npm's prepack),
//   node npmManifest.mjs restore  puts the project's back (npm's postpack).
// Should a pack have broken off between the two, the next one of either puts the project's back first.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

const MANIFEST = 'package.json'
/** The project's manifest while the package's stands in its place. */
const KEPT = 'dist/project.package.json'

const KEPT_KEYS = ['name', 'version', 'license', 'homepage', 'repository', 'bugs', 'keywords', 'bin']

/** What of the project's manifest is the command line's. */
function packageManifest(project) {
  const kept = Object.fromEntries(KEPT_KEYS.map(key => [key, project[key]]))
  const description =
    'Runs gradient notebooks without an editor: trains MLPs, records their gradients, and tells what goes wrong.'
  return { ...kept, description, engines: { node: project.engines.node } }
}

if (existsSync(KEPT)) renameSync(KEPT, MANIFEST)
if (process.argv[2] === 'put') {
  const text = readFileSync(MANIFEST, 'utf8')
  mkdirSync('dist', { recursive: true })
  writeFileSync(KEPT, text)
  writeFileSync(MANIFEST, `${JSON.stringify(packageManifest(JSON.parse(text)), null, 2)}\n`)
}
