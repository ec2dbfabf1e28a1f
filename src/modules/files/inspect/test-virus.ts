// The harmless test file of eicar.org, in two pieces: whole, it would have this very file taken for a virus.
const testVirus = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))

/** Looks for the test virus in bytes that come in pieces. Answers true once it has been seen. */
export function searchTestVirus(): (chunk: Buffer) => boolean {
  let tail = Buffer.alloc(0)
  let found = false
  return (chunk) => {
    const seam = Buffer.concat([tail, chunk.subarray(0, testVirus.length)])
    found ||= seam.includes(testVirus) || chunk.includes(testVirus)
    tail = Buffer.from(Buffer.concat([tail, chunk.subarray(-testVirus.length)]).subarray(-(testVirus.length - 1)))
    return found
  }
}
