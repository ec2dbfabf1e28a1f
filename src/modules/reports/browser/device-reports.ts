import type { DeviceSettings } from '../offline/device-settings.ts'
import { fillIn } from './fill-in.ts'
import { hurry, isForAccount, isForgotten, type Draft } from './outbox/draft.ts'
import { isKeptForGood, listDrafts, removeDraft, whenChanged } from './outbox/draft-store.ts'
import { changeAlone, sendKept } from './outbox/empty-outbox.ts'
import { sendWhenOnline, stayOnDevice } from './outbox/stay-on-device.ts'

/** What this device keeps of somebody's reports: each may be opened, sent or deleted. */
class DeviceReports extends HTMLElement {
  readonly #settings = JSON.parse(this.dataset.settings ?? '') as DeviceSettings
  readonly #words = this.#settings.words
  readonly #list = this.querySelector('ul')!
  /** Where somebody is asked whether it is to go. */
  #asked: string | undefined

  connectedCallback(): void {
    this.querySelector('[data-without-script]')?.remove()
    whenChanged(() => void this.#show())
    void this.#show()
    stayOnDevice()
  }

  #say(sentence: string): void {
    this.querySelector<HTMLElement>('[data-said]')!.textContent = sentence
  }

  async #show(): Promise<void> {
    const drafts = await this.#drafts()
    if (drafts === undefined) return
    this.#list.replaceChildren(...drafts.map((draft) => this.#lineOf(draft)))
    const empty = this.querySelector<HTMLElement>('[data-none]')!
    empty.textContent = drafts.length === 0 ? this.#words.none : ''
    const hasUnsent = drafts.some(({ state }) => state !== 'sent')
    const mayVanish = hasUnsent && !(await isKeptForGood())
    this.querySelector<HTMLElement>('[data-store]')!.textContent = mayVanish ? this.#words.storeMayVanish : ''
  }

  /** Undefined where the browser keeps nothing. What is no longer to be here goes on the way. */
  async #drafts(): Promise<Draft[] | undefined> {
    try {
      const [stay, go] = [[] as Draft[], [] as Draft[]]
      for (const draft of await listDrafts()) {
        const stays = !isForgotten(draft, Date.now()) && isForAccount(draft, this.dataset.account ?? '')
        ;(stays ? stay : go).push(draft)
      }
      for (const { key } of go) await removeDraft(key)
      return stay
    } catch {
      this.#say(this.#words.noStore)
      return undefined
    }
  }

  #lineOf(draft: Draft): HTMLLIElement {
    const line = document.createElement('li')
    const words = draft.fields.find(([name]) => name === 'words')?.[1] ?? ''
    const title = document.createElement('h2')
    title.textContent = draft.subject || this.#words.noSubject
    line.append(title, this.#paragraph(this.#stateOf(draft)))
    if (words !== '') line.append(this.#paragraph(words.length > 200 ? `${words.slice(0, 200)} …` : words))
    line.append(this.#paragraph(this.#aboutOf(draft), 'quiet small'))
    line.append(draft.key === this.#asked ? this.#question(draft) : this.#tools(draft, title.textContent))
    return line
  }

  #paragraph(text: string, className = ''): HTMLParagraphElement {
    const made = document.createElement('p')
    made.textContent = text
    if (className !== '') made.className = className
    return made
  }

  #stateOf(draft: Draft): string {
    const words = this.#words
    switch (draft.state) {
      case 'draft':
      case 'waiting':
        return words[draft.state]
      case 'failed':
        return [words.failed, draft.sentence || Object.values(draft.errors).join(' ') || words.refused].join('. ')
      case 'asks':
        return `${words.asks}. ${words.otherAccount}`
      case 'sent': {
        const title = fillIn(draft.waitsForMail ? words.confirmTitle : words.sentTitle, { number: draft.number })
        return draft.waitsForMail ? `${title}. ${words.confirmLead}` : title
      }
    }
  }

  #aboutOf(draft: Draft): string {
    const words = this.#words
    const said: string[] = []
    if (draft.state === 'sent') said.push(fillIn(words.sentAt, { when: when(draft.sentAt) }))
    else if (draft.pressedAt === null) said.push(fillIn(words.changedAt, { when: when(draft.changedAt) }))
    else said.push(fillIn(words.pressedAt, { when: when(draft.pressedAt) }))
    if (draft.files.length > 0) said.push(fillIn(words.photoCount, { count: draft.files.length }))
    if (draft.state === 'waiting' && draft.why === 'busy') {
      said.push(fillIn(words.nextTry, { when: when(draft.dueAt) }))
    }
    return said.join(' · ')
  }

  #tools(draft: Draft, title: string): HTMLElement {
    const { words, form } = { words: this.#words, form: this.#settings.form }
    const row = document.createElement('p')
    row.className = 'row'
    if (draft.state === 'sent') {
      if (draft.own !== null) row.append(link(words.followOwn, draft.own, title))
    } else {
      const local = draft.language === document.documentElement.lang ? form : inLanguage(form, draft.language)
      row.append(link(words.open, `${local}#mustand=${draft.key}`, title))
      const mayGo = draft.state !== 'asks' || draft.account === (this.dataset.account ?? '')
      if (mayGo) row.append(button(words.sendNow, title, () => void this.#send(draft)))
    }
    row.append(
      button(words.remove, title, () => {
        this.#asked = draft.key
        void this.#show().then(() => this.querySelector<HTMLElement>('[data-question] button')?.focus())
      }),
    )
    return row
  }

  #question({ key }: Draft): HTMLElement {
    const box = document.createElement('div')
    box.dataset.question = ''
    box.role = 'group'
    const words = this.#paragraph(this.#words.removeQuestion)
    words.id = 'remove-question'
    box.setAttribute('aria-labelledby', words.id)
    const row = document.createElement('p')
    row.className = 'row'
    const close = () => {
      this.#asked = undefined
      void this.#show().then(() => this.querySelector<HTMLElement>('[data-heading]')?.focus())
    }
    const remove = button(this.#words.removeForGood, '', () => {
      void removeDraft(key).then(() => {
        this.#say(this.#words.removed)
        close()
      })
    })
    remove.classList.replace('button-secondary', 'button-danger')
    row.append(remove, button(this.#words.keepIt, '', close))
    box.append(words, row)
    return box
  }

  async #send(draft: Draft): Promise<void> {
    this.#say(this.#words.sending)
    await changeAlone(draft.key, (kept) => hurry(kept, Date.now()))
    const after = await sendKept(draft.key)
    if (after?.state === 'waiting') {
      void sendWhenOnline()
      this.#say(after.why === 'line' ? this.#words.stillWaiting : this.#words.busyTitle)
    } else this.#say(after === undefined ? this.#words.gone : this.#stateOf(after))
    await this.#show()
  }
}

function when(at: number): string {
  const format = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(document.documentElement.lang, format).format(at)
}

function inLanguage(path: string, language: string): string {
  const bare = path.replace(/^\/(?:en|ru)(?=\/)/, '')
  return language === 'et' ? bare : `/${language}${bare}`
}

/** Several lines have the same buttons: those who listen are told of which report each is. */
function named(element: HTMLElement, label: string, title: string): void {
  element.textContent = label
  if (title !== '') element.ariaLabel = `${label}: ${title}`
}

function button(label: string, title: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button button-secondary button-small'
  named(made, label, title)
  made.addEventListener('click', press)
  return made
}

function link(label: string, href: string, title: string): HTMLAnchorElement {
  const made = document.createElement('a')
  made.className = 'button button-small'
  made.href = href
  named(made, label, title)
  return made
}

customElements.define('device-reports', DeviceReports)
