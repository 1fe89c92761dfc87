/** What the workbench logs about itself, and about services it looks for on the network. */
const aboutItself = [
  /^(Resolv\w+ connection token|Creating a socket|Updating additional builtin extensions)/,
  /^\[(AgentHost|AccountPolicyGate|Service Worker|reconnection-grace-time)/,
  /authentication provider 'github'|ENOTFOUND open-vsx\.org/
]

/** Lines of a stack that lie in VS Code: twenty of them to each one of ours. */
const inside = /^\s+at .*\b(extensionHostProcess|workbench|workbench\.web\.main)\.js:/

/** Prints what tests log, which comes mixed with the workbench's own log. GRADNB_DEBUG prints all of it. */
export const printLog = (text: string): void => {
  if (process.env.GRADNB_DEBUG) return console.log(text)
  if (aboutItself.some(pattern => pattern.test(text))) return
  const lines = text.split('\n').filter(line => !inside.test(line))
  console.log(lines.join('\n'))
}
