import { describe, expect, it } from 'vitest'
import { oneLine } from './letter.ts'
import { addressKey, bounceAddress, maskAddress, readAddress } from './mail-address.ts'
import { renderLetter } from './render-letter.tsx'
import { siteOrigin } from './site-origin.ts'
import { judgeFailure } from './smtp.ts'

describe('a mail address', () => {
  it.each([
    [' mari@naidis.ee ', 'mari@naidis.ee'],
    ['mari+vald@näidis.ee', 'mari+vald@xn--nidis-gra.ee'],
    ["o'neill@naidis.ee", "o'neill@naidis.ee"],
    ['mari', null],
    ['@naidis.ee', null],
    ['mari@', null],
    ['mari@naidis.ee, jaan@naidis.ee', null],
    ['Mari <mari@naidis.ee>', null],
    ['mari@naidis.ee\r\nBcc: jaan@naidis.ee', null],
    ['"mari maasikas"@naidis.ee', null],
  ])('%j is read as %j', (given, read) => {
    expect(readAddress(given)).toBe(read)
  })

  it('is the same in any case, and a tag after + is part of it', () => {
    expect(addressKey('Mari+Vald@Naidis.EE')).toBe('mari+vald@naidis.ee')
  })

  it('is shown only so far that its owner knows it', () => {
    expect(maskAddress('mari@naidis.ee')).toBe('m•••@naidis.ee')
    expect(maskAddress('mari')).toBe('•••')
  })

  it('as a sender carries the letter’s mark, if there is room', () => {
    expect(bounceAddress('teated@vald.ee', '1a-0123456789abcdef')).toBe('teated+b.1a-0123456789abcdef@vald.ee')
    const long = `${'a'.repeat(60)}@vald.ee`
    expect(bounceAddress(long, '1a-0123456789abcdef')).toBe(long)
  })
})

it('a subject is one line, whatever was in it', () => {
  expect(oneLine('Tere\r\nBcc: x@y.ee\u2028\0 õ')).toBe('Tere Bcc: x@y.ee  õ')
  expect(oneLine('a'.repeat(300))).toHaveLength(200)
})

it('both parts of a letter say the same, and its words are no markup', async () => {
  const blocks = [
    { paragraph: 'Õ <b>ei</b> & ä' },
    { heading: 'Kava', path: '/tegevuskava' },
    { lines: [{ text: 'Esimene', path: '/a' }, { text: 'Teine' }] },
  ]
  const frame = { origin: 'https://vald.example', siteName: 'Vald', footer: [{ text: 'Miks', path: '/teavitused/x' }] }
  const { html, text } = await renderLetter({ language: 'ru', subject: 'Тема', blocks }, frame)
  expect(html).toContain('Õ &lt;b>ei&lt;/b> &amp; ä')
  expect(html).toContain('href="https://vald.example/ru/tegevuskava"')
  for (const words of [
    'Õ <b>ei</b> & ä',
    'https://vald.example/ru/a',
    ' - Teine',
    'https://vald.example/ru/teavitused/x',
  ])
    expect(text).toContain(words)
})

describe('a failed handing over', () => {
  const failure = (changes: object) => Object.assign(new Error('it failed for mari@naidis.ee'), changes)

  it.each([
    [{ responseCode: 450, command: 'RCPT TO' }, true, 'temporary'],
    [{ responseCode: 550, command: 'RCPT TO' }, false, 'permanent'],
    [{ responseCode: 552, command: 'DATA' }, true, 'permanent'],
    [{ responseCode: 550, command: 'MAIL FROM' }, false, 'unreachable'],
    [{ responseCode: 421, command: 'RCPT TO' }, false, 'unreachable'],
    [{ code: 'ECONNECTION' }, true, 'uncertain'],
    [{ code: 'ETIMEDOUT' }, true, 'uncertain'],
    [{ code: 'ECONNECTION' }, false, 'temporary'],
  ])('%j, data given: %s, is %s', (error, handed, as) => {
    const judged = judgeFailure(failure(error), handed)
    expect(judged.as).toBe(as)
    expect('reason' in judged && judged.reason).not.toContain('mari')
  })
})

it('links in letters lead to the site’s own address', () => {
  const at = (baseUrl: string | null, hosts: string[]) =>
    siteOrigin({ baseUrl, port: 3000 } as never, { settings: { hosts } } as never)
  expect(at(null, ['localhost'])).toBe('http://localhost:3000')
  expect(at('https://vald.example', ['localhost', '127.0.0.1'])).toBe('https://vald.example')
  expect(at('https://esimene.example:8443', ['localhost', 'teine.example'])).toBe('https://teine.example:8443')
  expect(at('https://teine.example', ['uus.example', 'teine.example'])).toBe('https://teine.example')
})
