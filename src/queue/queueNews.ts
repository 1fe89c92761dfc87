/** Who hears of what a person should know. */
export interface QueueNews {
  say(sentence: string): void
}
