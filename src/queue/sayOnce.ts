/** Sentences of a queue's that a person is told at most: a hostile one has many. */
const MOST_SAID = 100

/** `say` for sentences that may come many times: each is told once, and no more than 100 of them. */
export function sayOnce(say: (sentence: string) => void): (sentence: string) => void {
  const said = new Set<string>()
  return sentence => {
    if (said.size === MOST_SAID || said.has(sentence)) return
    said.add(sentence)
    say(sentence)
  }
}
