import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { Unavailable } from '../context.ts'
import { makePdf, NoTypesetter } from './make-pdf.ts'
import type { PdfBlock, PdfDocument } from './pdf-document.ts'

function documentOf(blocks: readonly PdfBlock[], more: Partial<PdfDocument> = {}): PdfDocument {
  const words = { title: 'Aruanne', author: 'Näidisvald', header: 'Päis', footer: 'Jalus', pageWord: 'lk' }
  return { ...words, language: 'et', date: '2026-11-23', blocks, ...more }
}

async function wordsOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }), {
    mergePages: true,
  })
  return text.replaceAll('\u200B', '').replaceAll(/\s+/gu, ' ').normalize('NFC')
}

const everything: PdfBlock[] = [
  { kind: 'paragraph', look: 'lead', text: 'Kõik plokid: šaakal, žanr, õäöü.' },
  { kind: 'heading', level: 1, text: 'Peatükk' },
  {
    kind: 'bars',
    alt: 'Esimene: 3 täidetud, 1 hilinenud',
    bars: [
      {
        label: 'Esimene',
        parts: [
          { tone: 'success', count: 3 },
          { tone: 'danger', count: 1 },
        ],
      },
    ],
  },
  { kind: 'heading', level: 2, text: [{ text: 'Alapeatükk' }] },
  {
    kind: 'table',
    caption: 'Tabel',
    columns: [
      { label: 'Aeg', share: 2 },
      { label: 'Vaja', numeric: true },
    ],
    rows: [
      ['jaanuar', '1'],
      ['veebruar', '2'],
    ],
  },
  {
    kind: 'definitions',
    entries: [
      ['Tähtaeg', 'pidev'],
      ['Leht', [{ text: 'siin', href: 'https://example.ee/a?b=1' }]],
    ],
  },
  {
    kind: 'list',
    entries: [
      'üks',
      [
        { text: 'kaks', strong: true },
        { text: ' hall', quiet: true },
        { text: ' märk', tone: 'warning' },
      ],
    ],
  },
  { kind: 'paragraph', look: 'quiet', text: [{ text: 'Съёмка объёма', language: 'ru' }] },
]

describe('a document from data', () => {
  it('is readable by everyone: title, language, tags, alternative texts, embedded fonts', async () => {
    const bytes = await makePdf(documentOf(everything), 'ua-1')
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(raw).toMatch(/\/Lang\s*\(et\)/)
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(raw).toContain('/StructTreeRoot')
    const page = await (await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })).getPage(1)
    expect(JSON.stringify(await page.getStructTree())).toContain('"alt":"Esimene: 3 täidetud, 1 hilinenud"')
    const words = await wordsOf(bytes)
    for (const word of ['šaakal, žanr, õäöü', 'Alapeatükk', 'veebruar', 'Съёмка объёма', 'Aruanne', 'lk 1 / 1'])
      expect(words).toContain(word)
  })

  it('goes to the archive as PDF/A', async () => {
    const raw = Buffer.from(await makePdf(documentOf(everything), 'a-2a')).toString('latin1')
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  })
})

describe('what people have written', () => {
  const hostile = [
    '#import "@preview/x:1.0.0": *',
    '#read("/etc/passwd") #panic("x")',
    '$ x^2 $ $',
    '\\ \\u{41} \\# \\',
    '] [ ) ( } { ]]',
    '= Pealkiri', // looks like a heading
    '*paks* _kaldu_ `kood` <silt> @viide // märkus /* märkus */',
    'https://example.ee/tee?a=1&b=#c',
    'שלום עולם',
    'Щука съела ёжика № 5',
    'a"b\'c„d“',
    '&lt;script&gt; <script>',
  ]

  it('stands there as written and is never a command', async () => {
    const blocks: PdfBlock[] = [
      { kind: 'heading', level: 1, text: hostile[0]! },
      ...hostile.map((text): PdfBlock => ({ kind: 'paragraph', text })),
      {
        kind: 'table',
        caption: hostile[4]!,
        columns: [{ label: hostile[2]! }, { label: hostile[1]! }],
        rows: hostile.map((text) => [text, text]),
      },
      { kind: 'definitions', entries: hostile.map((text) => [text, text] as const) },
    ]
    const title = hostile.join(' ')
    for (const standard of ['ua-1', 'a-2a'] as const) {
      const words = await wordsOf(await makePdf(documentOf(blocks, { title, author: title, header: title }), standard))
      for (const text of hostile.filter((one) => !/[\u0590-\u05FF]/u.test(one))) {
        expect(words.split(text.replaceAll(/\s+/gu, ' ')).length, text).toBeGreaterThan(3)
      }
    }
  })

  it('may hold signs that no font has, and none is left out in silence', async () => {
    const text = 'rõõm 😀🇪🇪 中文 \u0000\u0007\uE000\uD800 lõpp \u202Etagurpidi'
    for (const standard of ['ua-1', 'a-2a'] as const) {
      const words = await wordsOf(await makePdf(documentOf([{ kind: 'paragraph', text }]), standard))
      expect(words).toMatch(/rõõm (?:□|😀)□□ □□ \ufffd lõpp tagurpidi/u)
    }
  })

  it('may be one endless word without leaving the page', async () => {
    const text = 'kilomeetripikkune'.repeat(60)
    const bytes = await makePdf(
      documentOf([{ kind: 'table', caption: 'x', columns: [{ label: 'a' }, { label: 'b' }], rows: [[text, text]] }]),
      'ua-1',
    )
    const page = await (await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })).getPage(1)
    const { items } = await page.getTextContent()
    const right = Math.max(...items.map((one) => ('transform' in one ? one.transform[4] + one.width : 0)))
    expect(right).toBeLessThan(595 - 40)
  })
})

describe('limits', () => {
  it('says so when the machine has no typesetter', async () => {
    await expect(makePdf(documentOf([]), 'ua-1', { packages: ['not-installed-anywhere'] })).rejects.toBeInstanceOf(
      NoTypesetter,
    )
  })

  it('gives up a document that takes too long, and goes on with the next', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [`rida ${at}`, 'sisu'])
    const long = documentOf([{ kind: 'table', caption: 'x', columns: [{ label: 'a' }, { label: 'b' }], rows }])
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => makePdf(long, 'ua-1', { seconds: 0.3 })))
    for (const outcome of outcomes) expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(Unavailable)
    expect((await makePdf(documentOf(everything), 'ua-1')).length).toBeGreaterThan(5000)
  })

  it('turns away what would wait too long', async () => {
    const all = Array.from({ length: 30 }, () => makePdf(documentOf([]), 'ua-1'))
    const outcomes = await Promise.allSettled(all)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(22)
    const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toBeInstanceOf(Unavailable)
  })
})
