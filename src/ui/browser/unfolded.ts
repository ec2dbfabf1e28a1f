const nameOf = (summary: Element): string => summary.textContent.trim()

/** What the reader has unfolded in a part of the page, by the words of each summary. */
export function unfolded(part: Element): ReadonlySet<string> {
  return new Set([...part.querySelectorAll('details[open] > summary')].map(nameOf))
}

/** Unfolds the same again after the part was written anew. */
export function unfold(part: Element, names: ReadonlySet<string>): void {
  for (const summary of part.querySelectorAll('details > summary'))
    if (names.has(nameOf(summary))) (summary.parentElement as HTMLDetailsElement).open = true
}
