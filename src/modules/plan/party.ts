import type { LocalText } from '#platform/language.ts'

export type Post = { id: string; title: LocalText; aliases: readonly string[] }

export type MatchedParty = { party: string; postId: string; how: 'exact' | 'form' }
export type UnmatchedParty = { party: string; /** Posts that it might mean. */ candidates: string[] }
export type MatchedParties = { matched: MatchedParty[]; unmatched: UnmatchedParty[] }

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[‐‑–—-]/gu, ' ')
    .replaceAll(/[^\p{L}\p{N} ]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

/**
 * The part of an Estonian word that its plural and cases share: `külavanemad` and `külavanematele` → `külavanem`.
 * Meant for titles of posts only; short words stay as they are.
 */
export function stemOf(word: string): string {
  if (word.length < 6) return word
  const stem = word
    .replace(/(?:le|lt|l|sse|(?<!i)st|s|ga|ks|ni|na|ta)$/u, '')
    .replace(/(?:ate|ade|ide|ude|ete|te|de|ad|id|ud|ed|d|(?<!s)t)$/u, '')
    .replace(/[aeious]+$/u, '')
  return stem.length >= 4 ? stem : word
}

function stems(name: string): string {
  return plain(name).split(' ').map(stemOf).join(' ')
}

function namesOf(post: Post): string[] {
  return [post.title.et, ...post.aliases]
}

/** Which post or body each party means. What fits none or several is left for a clerk to settle. */
export function matchParties(parties: readonly string[], posts: readonly Post[]): MatchedParties {
  const matched: MatchedParty[] = []
  const unmatched: UnmatchedParty[] = []
  const postsNamed = (party: string, form: (name: string) => string) =>
    posts.filter((post) => namesOf(post).some((name) => form(name) === form(party))).map(({ id }) => id)
  for (const party of parties) {
    const exact = postsNamed(party, plain)
    const alike = exact.length > 0 ? exact : postsNamed(party, stems)
    const [only] = alike
    if (only !== undefined && alike.length === 1) {
      matched.push({ party, postId: only, how: exact.length > 0 ? 'exact' : 'form' })
    } else unmatched.push({ party, candidates: alike })
  }
  return { matched, unmatched }
}
