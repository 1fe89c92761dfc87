import { Rule } from '../fields'
import { updateRows } from './inline/updateRows'

/* One function for each rule, as in activationLoops.ts. */

function decayed(run: usize, w: usize, g: usize, s: usize, t: usize, rows: i32, factor: f32): f64 {
  return updateRows(Rule.decayed, run, w, g, s, t, rows, factor)
}

function momentum(run: usize, w: usize, g: usize, s: usize, t: usize, rows: i32, factor: f32): f64 {
  return updateRows(Rule.momentum, run, w, g, s, t, rows, factor)
}

function nesterov(run: usize, w: usize, g: usize, s: usize, t: usize, rows: i32, factor: f32): f64 {
  return updateRows(Rule.nesterov, run, w, g, s, t, rows, factor)
}

function rmsprop(run: usize, w: usize, g: usize, s: usize, t: usize, rows: i32, factor: f32): f64 {
  return updateRows(Rule.rmsprop, run, w, g, s, t, rows, factor)
}

function rmspropMomentum(run: usize, w: usize, g: usize, s: usize, t: usize, rows: i32, factor: f32): f64 {
  return updateRows(Rule.rmsprop_momentum, run, w, g, s, t, rows, factor)
}

function adagrad(run: usize, w: usize, g: usize, s: usize, t: usize, rows: i32, factor: f32): f64 {
  return updateRows(Rule.adagrad, run, w, g, s, t, rows, factor)
}

function adam(run: usize, w: usize, g: usize, s: usize, t: usize, rows: i32, factor: f32): f64 {
  return updateRows(Rule.adam, run, w, g, s, t, rows, factor)
}

function lion(run: usize, w: usize, g: usize, s: usize, t: usize, rows: i32, factor: f32): f64 {
  return updateRows(Rule.lion, run, w, g, s, t, rows, factor)
}

/** One step of a rule that is known only now, see `updateRows`. */
export function ruleRows(rule: i32, run: usize, w: usize, g: usize, s: usize, t: usize, rows: i32, factor: f32): f64 {
  switch (rule) {
    case Rule.decayed:
      return decayed(run, w, g, s, t, rows, factor)
    case Rule.momentum:
      return momentum(run, w, g, s, t, rows, factor)
    case Rule.nesterov:
      return nesterov(run, w, g, s, t, rows, factor)
    case Rule.rmsprop:
      return rmsprop(run, w, g, s, t, rows, factor)
    case Rule.rmsprop_momentum:
      return rmspropMomentum(run, w, g, s, t, rows, factor)
    case Rule.adagrad:
      return adagrad(run, w, g, s, t, rows, factor)
    case Rule.adam:
      return adam(run, w, g, s, t, rows, factor)
    case Rule.lion:
      return lion(run, w, g, s, t, rows, factor)
    default:
      return unreachable() // a rule that has no loop
  }
}
