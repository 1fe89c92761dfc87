import { Activation } from '../fields'
import { activatePanels } from './inline/panels'

/*
 * One function for each activation. They must not stand as cases of one switch: the optimiser would fold their loops, which look alike
 * until the constant is put in, into one loop with the switch inside.
 */

function sigmoid(z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return activatePanels(Activation.sigmoid, z, a, panel, bytes, panels, slope)
}

function tanh(z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return activatePanels(Activation.tanh, z, a, panel, bytes, panels, slope)
}

function relu(z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return activatePanels(Activation.relu, z, a, panel, bytes, panels, slope)
}

function leakyRelu(z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return activatePanels(Activation.leaky_relu, z, a, panel, bytes, panels, slope)
}

function elu(z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return activatePanels(Activation.elu, z, a, panel, bytes, panels, slope)
}

function selu(z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return activatePanels(Activation.selu, z, a, panel, bytes, panels, slope)
}

function gelu(z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return activatePanels(Activation.gelu, z, a, panel, bytes, panels, slope)
}

function silu(z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return activatePanels(Activation.silu, z, a, panel, bytes, panels, slope)
}

function softplus(z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return activatePanels(Activation.softplus, z, a, panel, bytes, panels, slope)
}

function softsign(z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return activatePanels(Activation.softsign, z, a, panel, bytes, panels, slope)
}

function mish(z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return activatePanels(Activation.mish, z, a, panel, bytes, panels, slope)
}

function linear(z: usize, a: usize, panel: usize, bytes: usize, panels: i32, slope: v128): v128 {
  return activatePanels(Activation.linear, z, a, panel, bytes, panels, slope)
}

/** a = φ(z), see `activatePanels`, for an activation that is known only now. */
export function activateKind(
  kind: i32,
  z: usize,
  a: usize,
  panel: usize,
  bytes: usize,
  panels: i32,
  slope: v128
): v128 {
  switch (kind) {
    case Activation.sigmoid:
      return sigmoid(z, a, panel, bytes, panels, slope)
    case Activation.tanh:
      return tanh(z, a, panel, bytes, panels, slope)
    case Activation.relu:
      return relu(z, a, panel, bytes, panels, slope)
    case Activation.leaky_relu:
      return leakyRelu(z, a, panel, bytes, panels, slope)
    case Activation.elu:
      return elu(z, a, panel, bytes, panels, slope)
    case Activation.selu:
      return selu(z, a, panel, bytes, panels, slope)
    case Activation.gelu:
      return gelu(z, a, panel, bytes, panels, slope)
    case Activation.silu:
      return silu(z, a, panel, bytes, panels, slope)
    case Activation.softplus:
      return softplus(z, a, panel, bytes, panels, slope)
    case Activation.softsign:
      return softsign(z, a, panel, bytes, panels, slope)
    case Activation.mish:
      return mish(z, a, panel, bytes, panels, slope)
    case Activation.linear:
      return linear(z, a, panel, bytes, panels, slope)
    default:
      return unreachable() // an activation that has no loop
  }
}
