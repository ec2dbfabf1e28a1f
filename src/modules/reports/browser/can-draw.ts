/** Whether this device draws maps at all; asked before the library is fetched. */
export function canDrawMaps(): boolean {
  try {
    const canvas = document.createElement('canvas')
    return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null
  } catch {
    return false
  }
}
