export type Subject = { code: string; name: string; words: string }

const mostFound = 5
const shortestWord = 3
const shortestShared = 4

/** Letters without their marks, in lower case. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/(?<=[a-z])\p{Mn}+/gu, '')
    .normalize('NFC')
    .replaceAll('ё', 'е')
}

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether one is the beginning of the other, or both begin alike but for their endings: lamp, lambid, lampi. */
function isAlike(typed: string, word: string): boolean {
  if (word.startsWith(typed)) return true
  const shortest = Math.min(typed.length, word.length)
  const shared = Math.max(shortestShared, shortest - 2)
  return shortest >= shortestShared && typed.slice(0, shared) === word.slice(0, shared)
}

/** Subjects that a person may mean, by their names and other words for the same; those with most words first. */
export function findSubjects(subjects: readonly Subject[], text: string): Subject[] {
  const typed = wordsOf(text).filter((word) => word.length >= shortestWord)
  return subjects
    .map((subject) => {
      const known = wordsOf(subject.words)
      const named = wordsOf(subject.name)
      const matches = (words: readonly string[]) =>
        typed.filter((one) => words.some((word) => isAlike(one, word))).length
      return { subject, score: matches(known) + matches(named) }
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostFound)
    .map(({ subject }) => subject)
}
