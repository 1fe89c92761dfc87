/**
 * Number `index` of `list` in all lanes. A load from memory on purpose: V8 from version 12 on builds a v128 constant anew, from general
 * registers, at every use in a loop, which takes twice as long as all the arithmetic of a tanh.
 */
export function constant(list: StaticArray<f32>, index: i32): v128 {
  return v128.load32_splat(changetype<usize>(list) + ((<usize>index) << 2))
}
