import { readFile } from 'node:fs/promises'
import type { Upload } from '#platform/web/read-upload.ts'
import { count, type Counted, type Outcome, type Unfit } from './count/count.ts'
import { takeTurn } from './count/turns.ts'
import { finishBetween } from './count/run.ts'
import type { Example } from './examples.ts'
import { mostLooks, mostMegabytes, mostProjects } from './limits.ts'
import type { Election } from './pb/election.ts'
import { readPb } from './pb/read-pb.ts'
import type { Wrong } from './pb/wrong-file.ts'
import type { Rulebook } from './rulebook/rulebook.ts'

const mostBytes = mostMegabytes * 1024 * 1024

export type Refusal =
  | { field: 'fail'; code: 'fileMissing' | 'tooLarge' | 'tooLong' | 'busy' }
  | { field: 'fail'; code: 'wrong'; wrong: Wrong }
  | { field: 'reegel'; code: 'ruleUnknown' }
  | { field: 'reegel' | 'vordlus'; code: 'unfit'; unfit: Unfit }
  | { field: 'reegel' | 'vordlus'; code: 'tooLong' | 'checkFailed' }
  | { field: 'vordlus'; code: 'compareUnknown' | 'compareSame' }

export type Asked = { naide: string; reegel: string; vordlus: string }
type Given = { upload: Upload | undefined; examples: readonly Example[]; rules: readonly Rulebook[] }
type Answer = { ok: true; outcomes: readonly Outcome[] } | { ok: false; refusal: Refusal }

/** The chosen file: the sender's own, else the example. Nothing of it is kept. */
export async function readAsked(
  { naide }: Pick<Asked, 'naide'>,
  { upload, examples }: Omit<Given, 'rules'>,
): Promise<{ ok: true; election: Election } | { ok: false; refusal: Refusal }> {
  if (upload?.isTooLarge === true) return { ok: false, refusal: { field: 'fail', code: 'tooLarge' } }
  const bytes = upload === undefined ? examples.find(({ key }) => key === naide)?.read() : await readFile(upload.path)
  if (bytes === undefined) return { ok: false, refusal: { field: 'fail', code: 'fileMissing' } }
  const read = readPb(bytes, mostBytes)
  if (!read.ok) return { ok: false, refusal: { field: 'fail', code: 'wrong', wrong: read.wrong } }
  if (read.election.projects.length > mostProjects) return { ok: false, refusal: { field: 'fail', code: 'tooLong' } }
  return read
}

/** Counts for a visitor, one file at a time in a process, and never for long. */
export async function countAsked(asked: Asked, given: Given): Promise<Answer> {
  const rulebook = given.rules.find(({ key }) => key === asked.reegel)
  const other = given.rules.find(({ key }) => key === asked.vordlus)
  if (rulebook === undefined) return { ok: false, refusal: { field: 'reegel', code: 'ruleUnknown' } }
  if (asked.vordlus !== '' && other === undefined)
    return { ok: false, refusal: { field: 'vordlus', code: 'compareUnknown' } }
  if (other === rulebook) return { ok: false, refusal: { field: 'vordlus', code: 'compareSame' } }
  const turn = await takeTurn(() => countBoth(asked, given, [rulebook, other]))
  return turn.ok ? turn.value : { ok: false, refusal: { field: 'fail', code: 'busy' } }
}

async function countBoth(
  asked: Asked,
  given: Given,
  [rulebook, other]: readonly [Rulebook, Rulebook | undefined],
): Promise<Answer> {
  const read = await readAsked(asked, given)
  if (!read.ok) return read
  const outcomes: Outcome[] = []
  for (const [field, rules] of [['reegel', rulebook] as const, ['vordlus', other] as const]) {
    if (rules === undefined) continue
    const counted = await finishBetween(count(read.election, rules), mostLooks)
    const refusal = refusalOf(counted, field)
    if (refusal !== null) return { ok: false, refusal }
    if (counted?.ok === true) outcomes.push(counted.outcome)
  }
  return { ok: true, outcomes }
}

function refusalOf(counted: Counted | null, field: 'reegel' | 'vordlus'): Refusal | null {
  if (counted === null) return { field, code: 'tooLong' }
  if (counted.ok) return null
  return counted.refusal === 'unfit' ? { field, code: 'unfit', unfit: counted.unfit } : { field, code: 'checkFailed' }
}
