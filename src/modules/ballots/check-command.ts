import { checkArchive, parts, type Verdict } from './belenios/check-archive.ts'
import { makeNativePower } from './native-power.ts'

type Told = { lines: string[]; code: number }

/**
 * `npm run ballots:verify`: judges an archive file by file, with no site and no database. 0 only where everything is
 * there and holds; what was not given or is not there yet is told and is not 0.
 */
export function checkCommand(archive: Uint8Array, secondProofs: string | null, tell: (line: string) => void): Told {
  const run = checkArchive({ archive, secondProofs }, makeNativePower())
  let step = run.next()
  for (; !step.done; step = run.next()) {
    const { done, of } = step.value
    if (done === of || done % 100 === 0) tell(`${done} of ${of} ballots`)
  }
  return { lines: linesOf(step.value), code: step.value.isWhole ? 0 : 1 }
}

const marks = { holds: 'ok     ', fails: 'FAILS  ', missing: 'missing', notReached: '-      ' } as const

function linesOf(verdict: Verdict): string[] {
  const { election, fault, ballots, voters, head, setupHash, result, isWhole } = verdict
  return [
    ...(election === null ? [] : [`${election.name} (${election.uuid})`]),
    ...parts.map((part) => `${marks[verdict.parts[part]]} ${part}`),
    ...(fault === null ? [] : [`${fault.part}: ${fault.code}`]),
    ...(fault?.ballots ?? []).map((one) => `ballot ${one.at}: ${one.fault}`),
    `ballots ${ballots}, voters counted ${voters}`,
    ...(setupHash === null ? [] : [`setup ${setupHash}`]),
    ...(head === null ? [] : [`head  ${head}`]),
    ...(result === null || election === null ? [] : resultLines(election.questions, result)),
    isWhole ? 'Everything holds.' : 'Not everything is proved: see above.',
  ]
}

function resultLines(questions: NonNullable<Verdict['election']>['questions'], result: NonNullable<Verdict['result']>) {
  return questions.flatMap(({ question, answers, blank }, at) => [
    question,
    ...(blank ? ['(blank)', ...answers] : answers).map(
      (answer, cell) => `${String(result[at]![cell]).padStart(8)} ${answer}`,
    ),
  ])
}
