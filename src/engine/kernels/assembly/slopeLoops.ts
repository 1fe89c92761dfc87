import { Activation } from '../fields'
import { slopePanels } from './inline/panels'

/* One function for each activation, as in activationLoops.ts. */

function sigmoid(
  delta: usize,
  deltaPanel: usize,
  x: usize,
  panel: usize,
  bytes: usize,
  panels: i32,
  slope: v128
): v128 {
  return slopePanels(Activation.sigmoid, delta, deltaPanel, x, panel, bytes, panels, slope)
}

function tanh(delta: usize, deltaPanel: usize, x: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return slopePanels(Activation.tanh, delta, deltaPanel, x, panel, bytes, panels, slope)
}

function relu(delta: usize, deltaPanel: usize, x: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return slopePanels(Activation.relu, delta, deltaPanel, x, panel, bytes, panels, slope)
}

function leakyRelu(
  delta: usize,
  deltaPanel: usize,
  x: usize,
  panel: usize,
  bytes: usize,
  panels: i32,
  slope: v128
): v128 {
  return slopePanels(Activation.leaky_relu, delta, deltaPanel, x, panel, bytes, panels, slope)
}

function elu(delta: usize, deltaPanel: usize, x: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return slopePanels(Activation.elu, delta, deltaPanel, x, panel, bytes, panels, slope)
}

function selu(delta: usize, deltaPanel: usize, x: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return slopePanels(Activation.selu, delta, deltaPanel, x, panel, bytes, panels, slope)
}

function gelu(delta: usize, deltaPanel: usize, x: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return slopePanels(Activation.gelu, delta, deltaPanel, x, panel, bytes, panels, slope)
}

function silu(delta: usize, deltaPanel: usize, x: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return slopePanels(Activation.silu, delta, deltaPanel, x, panel, bytes, panels, slope)
}

function softplus(
  delta: usize,
  deltaPanel: usize,
  x: usize,
  panel: usize,
  bytes: usize,
  panels: i32,
  slope: v128
): v128 {
  return slopePanels(Activation.softplus, delta, deltaPanel, x, panel, bytes, panels, slope)
}

function softsign(
  delta: usize,
  deltaPanel: usize,
  x: usize,
  panel: usize,
  bytes: usize,
  panels: i32,
  slope: v128
): v128 {
  return slopePanels(Activation.softsign, delta, deltaPanel, x, panel, bytes, panels, slope)
}

function mish(delta: usize, deltaPanel: usize, x: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return slopePanels(Activation.mish, delta, deltaPanel, x, panel, bytes, panels, slope)
}

function linear(delta: usize, deltaPanel: usize, x: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return slopePanels(Activation.linear, delta, deltaPanel, x, panel, bytes, panels, slope)
}

/** delta ·= φ′, see `slopePanels`, for an activation that is known only now. */
export function slopeKind(
  kind: i32,
  delta: usize,
  deltaPanel: usize,
  x: usize,
  panel: usize,
  bytes: usize,
  panels: i32,
  slope: v128
): v128 {
  switch (kind) {
    case Activation.sigmoid:
      return sigmoid(delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.tanh:
      return tanh(delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.relu:
      return relu(delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.leaky_relu:
      return leakyRelu(delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.elu:
      return elu(delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.selu:
      return selu(delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.gelu:
      return gelu(delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.silu:
      return silu(delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.softplus:
      return softplus(delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.softsign:
      return softsign(delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.mish:
      return mish(delta, deltaPanel, x, panel, bytes, panels, slope)
    case Activation.linear:
      return linear(delta, deltaPanel, x, panel, bytes, panels, slope)
    default:
      return unreachable() // an activation that has no loop
  }
}
