import { extractText, getDocumentProxy } from 'unpdf'
import { expect, it } from 'vitest'
import { makePdf } from './make-pdf.ts'
import type { PdfBlock, PdfDocument } from './pdf-document.ts'

const table: PdfBlock = {
  kind: 'table',
  caption: 'Pealkiri tabelile',
  columns: [{ label: 'Veerg', share: 1 }],
  rows: Array.from({ length: 20 }, (_, at) => [`rida ${at}`]),
}

it('the caption of a table is never alone at the foot of a page', async () => {
  const words = { title: 'Aruanne', author: 'Näidisvald', header: 'Päis', footer: 'Jalus', pageWord: 'lk' }
  // So many lines that the table begins near the foot: at one of these only its caption would fit.
  for (let lines = 35; lines <= 43; lines += 1) {
    const filler = Array.from({ length: lines }, (): PdfBlock => ({ kind: 'paragraph', text: 'Lõik.' }))
    const document: PdfDocument = { ...words, language: 'et', date: '2026-11-23', blocks: [...filler, table] }
    const bytes = await makePdf(document, 'ua-1')
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }))
    const page = text.find((one) => one.includes('Pealkiri tabelile'))
    expect([lines, page]).toEqual([lines, expect.stringMatching(/Pealkiri tabelile[\s\S]*Veerg[\s\S]*rida 0/u)])
  }
}, 60_000)
