import { provisionBrowser } from './chromium'
import { provisionHost } from './codeServer'
import { hostNames, parseHostName } from './hosts'
import { runMain } from './lifetime'

/** `node provision.main.js [newest] [oldest]`: installs ahead of time what tests would install when they start. */
runMain(async lifetime => {
  const wanted = process.argv.slice(2).map(parseHostName)
  for (const name of wanted.length > 0 ? wanted : hostNames) console.log((await provisionHost(lifetime, name)).folder)
  console.log((await provisionBrowser(lifetime)).executable)
  return 0
})
