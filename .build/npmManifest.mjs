// The npm package is the command line alone, so it has a manifest without VS Code's parts and a page of its own. npm packs the files that it
// finds under these names, therefore
//   node .build/npmManifest.mjs put      puts the package's own in their place (npm's prepack),
//   node .build/npmManifest.mjs restore  puts the project's back (npm's postpack).
// Should a pack have broken off between the two, the next one of either puts the project's back first.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The project's files while the package's stand in their place. */
const KEPT = 'dist/project'
const KEPT_KEYS = ['name', 'version', 'license', 'homepage', 'repository', 'bugs', 'keywords', 'bin']

/** What of the project's manifest is the command line's. */
function packageManifest(project) {
  const kept = Object.fromEntries(KEPT_KEYS.map(key => [key, project[key]]))
  const description =
    'Runs gradient notebooks without an editor: trains MLPs, records their gradients, and tells what goes wrong.'
  return { ...kept, description, engines: { node: project.engines.node } }
}

/** What the package has in place of the project's. */
const OWN = {
  'package.json': text => `${JSON.stringify(packageManifest(JSON.parse(text)), null, 2)}\n`,
  'README.md': () => readFileSync('media/docs/COMMAND-LINE.md')
}

for (const [file, own] of Object.entries(OWN)) {
  const kept = path.join(KEPT, file)
  if (existsSync(kept)) renameSync(kept, file)
  if (process.argv[2] !== 'put') continue
  mkdirSync(KEPT, { recursive: true })
  copyFileSync(file, kept)
  writeFileSync(file, own(readFileSync(file, 'utf8')))
}
