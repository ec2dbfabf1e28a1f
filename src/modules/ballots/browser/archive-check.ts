import { parts, type Verdict } from '../belenios/check-archive.ts'
import type { CheckWords } from '../messages.ts'
import type { Asked, Told } from './archive-worker.ts'

const fill = (words: string, values: Record<string, number>): string =>
  words.replaceAll(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))

function make<K extends keyof HTMLElementTagNameMap>(name: K, text = '', look = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  element.textContent = text
  if (look !== '') element.className = look
  return element
}

/** Judges an archive in a worker of the visitor's own browser, and says so; asks the server nothing. */
class ArchiveCheck extends HTMLElement {
  #worker: Worker | null = null

  connectedCallback() {
    const form = this.querySelector('form')
    this.querySelector('[data-by-hand]')?.remove()
    form?.removeAttribute('hidden')
    form?.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#check(event.currentTarget as HTMLFormElement)
    })
  }

  get #words(): CheckWords {
    return JSON.parse(this.dataset['words'] ?? '{}') as CheckWords
  }

  #say(...lines: readonly HTMLElement[]) {
    this.querySelector('[data-verdict]')?.replaceChildren(...lines)
  }

  async #check(form: HTMLFormElement) {
    const t = this.#words
    const given = new FormData(form)
    const file = given.get('archive')
    const proofs = given.get('proofs')
    if (!(file instanceof File) || file.size === 0) return this.#say(make('p', t.unreadable, 'notice tone-warning'))
    const asked: Asked = {
      archive: new Uint8Array(await file.arrayBuffer()),
      secondProofs: proofs instanceof File && proofs.size > 0 ? await proofs.text() : null,
    }
    // Whoever asks again wants to know of the newer.
    this.#worker?.terminate()
    const worker = new Worker(this.dataset['worker'] ?? '', { type: 'module' })
    this.#worker = worker
    const bar = make('progress')
    const line = make('p', fill(t.progress, { done: 0, of: 0 }))
    this.#say(line, bar)
    worker.addEventListener('error', () => this.#say(make('p', t.unreadable, 'notice tone-danger')))
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'verdict') return this.#tell(data.verdict, given)
      const { done, of } = data.progress
      line.textContent = fill(t.progress, { done, of })
      bar.max = of
      bar.value = done
    })
    // Handed over, not copied.
    worker.postMessage(asked, [asked.archive.buffer])
  }

  #tell(verdict: Verdict, given: FormData) {
    const t = this.#words
    const { isWhole, fault, ballots, voters, election } = verdict
    const [words, tone] = isWhole
      ? [t.whole, 'success']
      : fault === null
        ? [t.unproved, 'warning']
        : [t.broken, 'danger']
    const lines: HTMLElement[] = [make('p', words, `notice tone-${tone}`)]
    if (election !== null) lines.push(make('h2', election.name))
    lines.push(this.#parts(verdict))
    if (verdict.parts.secondProofs === 'missing') lines.push(make('p', t.secondProofsMissing))
    if (election !== null) lines.push(make('p', fill(t.ballots, { ballots, voters })))
    lines.push(...this.#result(verdict), ...this.#own(verdict, String(given.get('tracker') ?? '').trim()))
    lines.push(
      ...this.#hashes(
        verdict,
        String(given.get('head') ?? '')
          .trim()
          .toLowerCase(),
      ),
    )
    this.#say(...lines)
  }

  #parts({ parts: judged, fault }: Verdict): HTMLElement {
    const t = this.#words
    const list = make('ul', '', 'plain-list stack-tight')
    for (const part of parts) {
      const line = make('li', `${t.parts[part]}: ${t.verdicts[judged[part]]}`)
      if (judged[part] === 'fails') line.className = 'notice tone-danger'
      list.append(line)
    }
    for (const { at, fault: why } of fault?.ballots ?? [])
      list.append(make('li', `№ ${at}: ${t.ballotFaults[why] ?? why}`))
    return list
  }

  #result({ election, result }: Verdict): HTMLElement[] {
    const t = this.#words
    if (election === null || result === null) return []
    return election.questions.map(({ question, answers, blank }, at) => {
      const frame = make('div', '', 'data-table')
      const table = frame.appendChild(make('table'))
      table.append(make('caption', question))
      const head = table.createTHead().insertRow()
      for (const [label, look] of [
        [t.answer, ''],
        [t.votes, 'end'],
      ] as const)
        head.append(Object.assign(make('th', label, look), { scope: 'col' }))
      const body = table.createTBody()
      for (const [cell, answer] of (blank ? [t.blank, ...answers] : answers).entries()) {
        const row = body.insertRow()
        row.append(Object.assign(make('th', answer), { scope: 'row' }), make('td', String(result[at]![cell]), 'end'))
      }
      return frame
    })
  }

  /** Whether the voter's own ballot is there. */
  #own({ trackers, parts: judged }: Verdict, tracker: string): HTMLElement[] {
    const t = this.#words
    if (tracker === '' || judged.ballots !== 'holds') return []
    const found = trackers.find((one) => one.tracker === tracker.replace(/=+$/, ''))
    if (found === undefined) return [make('p', t.trackerAbsent, 'notice tone-danger')]
    return [make('p', found.counts ? t.trackerCounts : t.trackerReplaced, 'notice tone-info')]
  }

  #hashes({ setupHash, head }: Verdict, given: string): HTMLElement[] {
    const t = this.#words
    const lines = [
      [t.setup, setupHash, ''],
      [t.head, head, given === '' || head === null ? '' : given === head ? t.headSame : t.headOther],
    ] as const
    return lines.flatMap(([label, hash, said]) => {
      if (hash === null) return []
      const line = make('p', `${label}: `, said === t.headOther ? 'notice tone-danger' : 'small')
      line.append(make('code', hash), said === '' ? '' : ` (${said})`)
      return [line]
    })
  }
}

customElements.define('archive-check', ArchiveCheck)
