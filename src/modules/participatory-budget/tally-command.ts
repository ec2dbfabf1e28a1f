import * as z from 'zod'
import { asJson } from './count/as-json.ts'
import { count } from './count/count.ts'
import { finish } from './count/run.ts'
import { refusalMessages } from './messages/refusals.ts'
import { readPb } from './pb/read-pb.ts'
import { builtInRules } from './rulebook/built-in.ts'
import { rulebookSchema, type Rulebook } from './rulebook/rulebook.ts'
import { rulebooksFile } from './rulebook/site-rules.ts'

const mostMegabytes = 20
const usage = 'Usage: npm run -s pb:tally -- --rule RULE [--rule-file FILE] FILE.pb'

type NamedFile = { name: string; bytes: Uint8Array }

/** `npm run pb:tally`: counts one file and says the outcome as JSON; whatever is wrong is a sentence and a code. */
export function tallyCommand(asked: { rule?: string; ruleFile?: NamedFile; file?: NamedFile }): {
  lines: string[]
  code: number
} {
  if (asked.file === undefined) return { lines: [usage], code: 2 }
  const chosen = chooseRule(asked.rule, asked.ruleFile)
  if (typeof chosen === 'string') return { lines: [chosen], code: 2 }
  const words = refusalMessages.en
  const read = readPb(asked.file.bytes, mostMegabytes * 1024 * 1024)
  if (!read.ok) return { lines: [`${asked.file.name}: ${words.wrong(read.wrong)}`], code: 1 }
  const counted = finish(count(read.election, chosen))
  if (counted.ok) return { lines: [JSON.stringify(asJson(counted.outcome))], code: 0 }
  if (counted.refusal === 'unfit') return { lines: [`${asked.file.name}: ${words.unfit(counted.unfit)}`], code: 1 }
  return { lines: [`The count does not hold and is not shown: ${counted.because}`], code: 1 }
}

/** A sentence where there is no such rule. */
function chooseRule(rule: string | undefined, file: NamedFile | undefined): Rulebook | string {
  const given = file === undefined ? builtInRules : readRules(file)
  if (typeof given === 'string') return given
  const keys = given.map(({ key }) => key).join(', ')
  if (rule === undefined) return file !== undefined && given.length === 1 ? given[0]! : `${usage}\nRULE: ${keys}`
  return given.find(({ key }) => key === rule) ?? `There is no rule ${rule}. There are: ${keys}`
}

function readRules({ name, bytes }: NamedFile): readonly Rulebook[] | string {
  const text = new TextDecoder().decode(bytes)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return `${name} is no JSON`
  }
  const several = typeof json === 'object' && json !== null && 'rulebooks' in json
  const parsed = (several ? rulebooksFile : rulebookSchema).safeParse(json)
  if (!parsed.success) return `${name} holds no rules that can be used:\n${z.prettifyError(parsed.error)}`
  return 'rulebooks' in parsed.data ? parsed.data.rulebooks : [parsed.data]
}
