import type { NotOursAnswer } from '../map-answers.ts'

/** Says in the form that somebody else answers at the chosen place, and lets insist whoever may. */
export function showOwner(within: HTMLElement, owner: NotOursAnswer | null): void {
  const box = within.closest('form')?.querySelector('[data-not-ours]')
  const [words, insist] = [
    box?.querySelector<HTMLElement>('[data-owner]'),
    box?.querySelector<HTMLElement>('[data-insist]'),
  ]
  if (words == null || insist == null) return
  words.querySelector('p')!.textContent = owner?.sentence ?? ''
  words.hidden = owner === null
  insist.hidden = owner?.mayInsist !== true
  const choice = insist.querySelector('input')
  if (choice !== null && insist.hidden) choice.checked = false
}
