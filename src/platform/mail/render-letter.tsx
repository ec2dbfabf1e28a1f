import { renderToString } from 'preact-render-to-string'
import type { Letter } from './letter.ts'
import { MailPage, type MailFrame } from './mail-page.tsx'

export type RenderedLetter = { html: string; text: string }

const asText = {
  wordwrap: 76,
  selectors: [
    { selector: 'a', options: { linkBrackets: ['<', '>'] as [string, string], hideLinkHrefIfSameAsText: true } },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'ul', options: { itemPrefix: ' - ' } },
  ],
}

/** Made once: choosing what to do with which element costs more than a letter does. */
let toText: ((html: string) => string) | undefined

/** Both parts of a letter, from the same page. */
export async function renderLetter(letter: Letter, frame: MailFrame): Promise<RenderedLetter> {
  toText ??= (await import('html-to-text')).compile(asText)
  const html = `<!doctype html>${renderToString(<MailPage letter={letter} frame={frame} />)}`
  return { html, text: toText(html) }
}
