import { X509Certificate } from 'node:crypto'

/** Whose signature it is and when it was given, as the container says. Personal codes are left where they are. */
export type Signature = { name: string; at: string | null }

const part = (name: string) => new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^>]*)?>([^<]*)</`, 'u')
const certificate = part('X509Certificate')
const signingTime = part('SigningTime')
const signatureStart = /<(?:[\w-]+:)?Signature[\s>]/gu
const mostSignatures = 50

/** The signatures in one `META-INF/signatures*.xml` (XAdES). Whether they are valid is not judged. */
export function readSignatures(xml: string): Signature[] {
  if (/<!DOCTYPE|<!ENTITY/iu.test(xml)) return []
  const starts = [...xml.matchAll(signatureStart)].map(({ index }) => index).slice(0, mostSignatures)
  return starts.map((start, at) => {
    const inside = xml.slice(start, starts[at + 1] ?? xml.length)
    return { name: signerOf(certificate.exec(inside)?.[1]), at: timeOf(signingTime.exec(inside)?.[1]) }
  })
}

function timeOf(text: string | undefined): string | null {
  const at = new Date(text?.trim() ?? '')
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** Given and family name; a common name such as „MAASIKAS,MARI,48001010000” without its code. */
function signerOf(base64: string | undefined): string {
  try {
    const { subject } = new X509Certificate(Buffer.from(base64 ?? '', 'base64'))
    const fields = new Map(subject.split('\n').map((line) => fieldOf(line)))
    const [given, family] = [fields.get('GN') ?? '', fields.get('SN') ?? '']
    if (given !== '' || family !== '') return clean(`${given} ${family}`)
    const common = (fields.get('CN') ?? '').replaceAll('\\', '').split(',')
    const [first = '', second = ''] = common.filter((word) => !/\d/u.test(word))
    return clean(`${second} ${first}`)
  } catch {
    return ''
  }
}

function fieldOf(line: string): [string, string] {
  const at = line.indexOf('=')
  return [line.slice(0, at), line.slice(at + 1)]
}

/** No digit of a name is a name: whatever a certificate carries, no code comes through. */
const clean = (name: string): string =>
  name
    .replaceAll(/\S*\d\S*/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 200)
