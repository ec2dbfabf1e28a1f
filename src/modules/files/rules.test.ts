import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anonymous, type Actor } from '#platform/context.ts'
import { cleanName, extensionOf } from './file-name.ts'
import { canRead, contentDisposition, matchesEtag, readRange, type FileForReading } from './rules.ts'

describe('a name', () => {
  it.each([
    ['Õnne foto.JPG', 'Õnne foto.jpg'],
    ['protokoll 2026.pdf', 'protokoll 2026.pdf'],
    ['CON.txt', 'fail-CON.txt'],
    ['nul.tar.pdf', 'fail-nul.tar.pdf'],
    ['arve: "uus"?.pdf', 'arve- -uus--.pdf'],
    ['  ..peidetud.txt', 'peidetud.txt'],
    ['lõpus punkt.pdf. ', 'lõpus punkt.pdf'],
    ['a\u200Db.txt', 'ab.txt'],
    [`${'pikk'.repeat(100)}.docx`, `${'pikk'.repeat(30)}.docx`],
  ])('%s is kept as %s', (given, kept) => {
    expect(cleanName(given)).toBe(kept)
  })

  it.each(['../../etc/passwd', 'C:\\Windows\\win.ini', 'a/b.txt', 'arve\u202Efdp.exe', 'rida\nvahe.txt', 'null\0.txt'])(
    '%j is refused: it wants to be more than a name',
    (given) => expect(cleanName(given)).toBeNull(),
  )

  it('never leaves its folder, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanName(given)
        if (name === null) return
        expect(name).not.toMatch(/[/\\<>:"|?*]|\p{Cc}|^\.|^\s|\s$/u)
        expect([...name].length).toBeLessThanOrEqual(120 + 1 + [...extensionOf(name)].length + 'fail-'.length)
      }),
      { numRuns: 2000 },
    )
  })

  it('is told to old programs in plain letters and to others as it is', () => {
    expect(contentDisposition('attachment', 'Õnne "foto".pdf')).toBe(
      'attachment; filename="Onne _foto_.pdf"; filename*=UTF-8\'\'%C3%95nne%20%22foto%22.pdf',
    )
  })
})

describe('a range', () => {
  it.each([
    [undefined, 'whole'],
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=500-', { start: 500, end: 999 }],
    ['bytes=-200', { start: 800, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=990-5000', { start: 990, end: 999 }],
    ['Bytes = 1-2', { start: 1, end: 2 }],
    ['lines=1-2', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=5-2', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=-', 'unsatisfiable'],
    ['bytes=abc', 'unsatisfiable'],
    ['bytes=1-2-3', 'unsatisfiable'],
    ['bytes=0x1-2', 'unsatisfiable'],
    [`bytes=${'9'.repeat(40)}-`, 'unsatisfiable'],
  ])('%s of a thousand bytes', (header, asked) => {
    expect(readRange(header, 1000)).toEqual(asked)
  })

  it('always lies within the file', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(5000), (text, size) => {
        const asked = readRange(`bytes=${text}`, size)
        if (typeof asked === 'string') return
        expect(asked.start).toBeGreaterThanOrEqual(0)
        expect(asked.end).toBeGreaterThanOrEqual(asked.start)
        expect(asked.end).toBeLessThan(size)
      }),
    )
  })

  it('comes with conditions that are compared weakly', () => {
    expect(matchesEtag('"x", W/"abc"', '"abc"')).toBe(true)
    expect(matchesEtag('*', '"abc"')).toBe(true)
    expect(matchesEtag('"x"', '"abc"')).toBe(false)
    expect(matchesEtag(undefined, '"abc"')).toBe(false)
  })
})

describe('a reader', () => {
  const person = fc.constantFrom('a', 'b', 'c')
  const role = fc.constantFrom('official', 'administrator', 'councillor')
  const actor = fc.oneof(
    fc.constant(anonymous),
    fc.record({ personId: person, roles: fc.array(role) }).map((parts) => {
      return { ...anonymous, kind: 'person', ...parts } as Actor
    }),
  )
  const file: fc.Arbitrary<FileForReading> = fc.record({
    visibility: fc.constantFrom('everyone', 'roles', 'persons'),
    roles: fc.array(role),
    persons: fc.array(person),
    uploadedBy: fc.option(person),
  })

  it('reads what is open to everyone, to a role of theirs or to them, what they sent, and nothing else', () => {
    fc.assert(
      fc.property(actor, file, (who, what) => {
        const reasons = [
          what.visibility === 'everyone',
          who.personId !== null && who.personId === what.uploadedBy,
          what.visibility === 'roles' && who.personId !== null && who.roles.some((one) => what.roles.includes(one)),
          what.visibility === 'persons' && who.personId !== null && what.persons.includes(who.personId),
        ]
        expect(canRead(who, what)).toBe(reasons.some(Boolean))
      }),
      { numRuns: 2000 },
    )
  })
})
