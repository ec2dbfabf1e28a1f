export type Segment = { kind: 'same' | 'added' | 'removed'; text: string }

/** Above this the table of the comparison would be large; the middle is then shown as replaced in one piece. */
const mostCompared = 1_000_000

function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
}

function merged(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = []
  for (const { kind, text } of segments) {
    const last = result.at(-1)
    if (text === '') continue
    if (last?.kind === kind) result[result.length - 1] = { kind, text: last.text + text }
    else result.push({ kind, text })
  }
  return result
}

/** Lengths of the longest common run of words from each pair of places to the ends. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  for (let b = before.length - 1; b >= 0; b--) {
    for (let a = after.length - 1; a >= 0; a--) {
      lengths[b * width + a] =
        before[b] === after[a]
          ? lengths[(b + 1) * width + a + 1]! + 1
          : Math.max(lengths[(b + 1) * width + a]!, lengths[b * width + a + 1]!)
    }
  }
  return lengths
}

function compareMiddle(before: readonly string[], after: readonly string[]): Segment[] {
  if (before.length * after.length > mostCompared) {
    return [
      { kind: 'removed', text: before.join('') },
      { kind: 'added', text: after.join('') },
    ]
  }
  const lengths = commonLengths(before, after)
  const width = after.length + 1
  const segments: Segment[] = []
  let b = 0
  let a = 0
  while (b < before.length || a < after.length) {
    if (b < before.length && a < after.length && before[b] === after[a]) {
      segments.push({ kind: 'same', text: before[b]! })
      b++
      a++
    } else if (
      b < before.length &&
      (a === after.length || lengths[(b + 1) * width + a]! >= lengths[b * width + a + 1]!)
    ) {
      segments.push({ kind: 'removed', text: before[b++]! })
    } else segments.push({ kind: 'added', text: after[a++]! })
  }
  return segments
}

/** What changed between two texts, word by word; the kept and removed pieces together are the text before. */
export function wordDifference(before: string, after: string): Segment[] {
  const old = wordsOf(before)
  const young = wordsOf(after)
  const most = Math.min(old.length, young.length)
  let start = 0
  while (start < most && old[start] === young[start]) start++
  let end = 0
  while (end < most - start && old.at(-1 - end) === young.at(-1 - end)) end++
  return merged([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...compareMiddle(old.slice(start, old.length - end), young.slice(start, young.length - end)),
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ])
}
