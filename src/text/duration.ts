import { DURATION } from './texts'

/** "4 s", "2 min 10 s", "1 h 5 min". */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return DURATION.seconds(whole)
  if (whole < 3600) return DURATION.minutes(Math.floor(whole / 60), whole % 60)
  return DURATION.hours(Math.floor(whole / 3600), Math.floor((whole % 3600) / 60))
}
