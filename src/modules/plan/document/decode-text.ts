function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

// š and ž stand at these places in windows-1252, where the Baltic page has nothing.
const westernOnly = new Set([0x8a, 0x8e, 0x9a, 0x9e])

function decodeOneByteText(bytes: Uint8Array): string {
  const isWestern = bytes.some((byte) => westernOnly.has(byte))
  return new TextDecoder(isWestern ? 'windows-1252' : 'windows-1257').decode(bytes)
}

function isMostlyControl(text: string): boolean {
  const sample = text.slice(0, 20_000)
  // oxlint-disable-next-line no-control-regex
  const controls = sample.match(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFD]/gu)?.length ?? 0
  return sample.includes('\u0000') || controls > sample.length / 200
}

/** Text as offices save it: UTF-8, UTF-16 with its mark, or the Baltic or western one-byte page. Else undefined. */
export function decodeText(bytes: Uint8Array): string | undefined {
  let text: string
  if (startsWith(bytes, 0xff, 0xfe)) text = new TextDecoder('utf-16le').decode(bytes)
  else if (startsWith(bytes, 0xfe, 0xff)) text = new TextDecoder('utf-16be').decode(bytes)
  else {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      text = decodeOneByteText(bytes)
    }
  }
  return isMostlyControl(text) ? undefined : text
}
