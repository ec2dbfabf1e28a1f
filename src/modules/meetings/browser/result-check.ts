import { checkResult, type Checked, type PublicKey, type SignedResult } from '../proof/check-result.ts'

type Words = { waiting: string } & Record<keyof Checked, { yes: string; no: string; cannot: string }>

/** Works a signed result out again in the visitor's own browser; asks the server nothing. */
class ResultCheck extends HTMLElement {
  connectedCallback() {
    const { signed, keys, words } = this.dataset
    if (signed === undefined || keys === undefined || words === undefined) return
    this.setAttribute('role', 'status')
    const t = JSON.parse(words) as Words
    this.#say([{ text: t.waiting, holds: null }])
    void checkResult(JSON.parse(signed) as SignedResult, JSON.parse(keys) as PublicKey[]).then((checked) =>
      this.#say(
        (['signature', 'counts', 'outcome'] as const).map((what) => {
          const holds = checked[what]
          const { yes, no, cannot } = t[what]
          return { text: holds === null ? cannot : holds ? yes : no, holds }
        }),
      ),
    )
  }

  #say(lines: readonly { text: string; holds: boolean | null }[]) {
    const list = document.createElement('ul')
    list.className = 'plain-list stack-tight'
    for (const { text, holds } of lines) {
      const line = document.createElement('li')
      if (holds !== null) line.className = holds ? 'notice tone-success' : 'notice tone-danger'
      line.textContent = text
      list.append(line)
    }
    this.replaceChildren(list)
  }
}

customElements.define('result-check', ResultCheck)
