import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { birthDateOf } from '#platform/identity/personal-code.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { listSettlements } from '#modules/places/index.ts'
import { deleteResidents, insertResidents, type ResidentRow } from './queries/residents.ts'
import { citizenships, type Citizenship } from './rules.ts'

const header = ['personal_code', 'settlement_ehak', 'citizenship']

type ReadResidents = { ok: true; rows: ResidentRow[] } | { ok: false; complaints: string[] }

function isCitizenship(value: string): value is Citizenship {
  return (citizenships as readonly string[]).includes(value)
}

/** Reads the extract; every line that cannot be true is named with its number, and never repeats the code. */
function readResidents(bytes: Uint8Array, keys: SiteKeys, ehakCodes: ReadonlySet<string>): ReadResidents {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { ok: false, complaints: ['The file is not UTF-8 text.'] }
  }
  const [first = '', ...rest] = text.split(/\r?\n/)
  const separator = first.includes(';') ? ';' : ','
  const cells = (line: string) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  if (cells(first).join() !== header.join()) {
    return { ok: false, complaints: [`Line 1: the header must be ${header.join(separator)}`] }
  }
  const rows: ResidentRow[] = []
  const complaints: string[] = []
  const lineOf = new Map<string, number>()
  for (const [index, line] of rest.entries()) {
    if (line.trim() === '') continue
    const number = index + 2
    const [code = '', ehak = '', citizenship = '', ...more] = cells(line)
    const birthDate = birthDateOf(code)
    const twin = lineOf.get(code)
    if (more.length > 0) complaints.push(`Line ${number}: more than three columns`)
    else if (birthDate === null) complaints.push(`Line ${number}: personal_code is not valid`)
    else if (twin !== undefined) complaints.push(`Line ${number}: the same person as on line ${twin}`)
    else if (!ehakCodes.has(ehak))
      complaints.push(`Line ${number}: settlement_ehak ${ehak} is not in this municipality`)
    else if (!isCitizenship(citizenship))
      complaints.push(`Line ${number}: citizenship must be ${citizenships.join(', ')}`)
    else rows.push({ codeIndex: keys.index(`EE${code}`), birthDate, settlementEhak: ehak, citizenship })
    if (birthDate !== null && twin === undefined) lineOf.set(code, number)
  }
  if (complaints.length > 0) return { ok: false, complaints }
  if (rows.length === 0) return { ok: false, complaints: ['There are no residents in the file.'] }
  return { ok: true, rows }
}

/** `npm run residents:import`: all of the extract or nothing of it; it takes the place of the one before. */
export async function importResidentsCommand(
  context: Context,
  keys: SiteKeys,
  bytes: Uint8Array,
): Promise<{ lines: string[]; code: number }> {
  return inTransaction(context, async (ctx) => {
    const ehakCodes = new Set((await listSettlements(ctx.db)).map((one) => one.ehak))
    const read = readResidents(bytes, keys, ehakCodes)
    if (!read.ok) return { lines: [...read.complaints, 'Nothing was changed.'], code: 1 }
    const before = await deleteResidents(ctx.db)
    await insertResidents(ctx.db, read.rows, { synthetic: false, now: ctx.now })
    const residents = read.rows.length
    await record(ctx, 'people.residents-imported', 'register:residents', { residents, before })
    return { lines: [`${residents} residents are in place; there were ${before} before.`], code: 0 }
  })
}
