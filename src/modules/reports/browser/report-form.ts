import type { DeviceSettings } from '../offline/device-settings.ts'
import { fillIn } from './fill-in.ts'
import './address-search.ts'
import './photo-care.ts'
import './subject-search.ts'
import type { PhotoCare } from './photo-care.ts'
import { isUnsent, press, takeBack, type Draft } from './outbox/draft.ts'
import { findDraft, isKeptForGood, keepDraft, listDrafts, removeDraft, whenChanged } from './outbox/draft-store.ts'
import { changeAlone, sendKept } from './outbox/empty-outbox.ts'
import { fillForm, readFilled, setValue } from './outbox/form-values.ts'
import { sendDraft } from './outbox/send-draft.ts'
import { FormErrors } from './outbox/show-errors.ts'
import { sendWhenOnline, stayOnDevice } from './outbox/stay-on-device.ts'
import { SubjectQuestions } from './outbox/subject-questions.ts'

/** Sends the form's report when there is a line, and keeps it on the device until there is one. */
class ReportForm extends HTMLElement {
  readonly #settings = JSON.parse(this.dataset.settings ?? '') as DeviceSettings
  readonly #words = this.#settings.words
  readonly #form = this.querySelector('form')!
  readonly #errors = new FormErrors(this, this.#settings.errorPrefix)
  readonly #questions = new SubjectQuestions(this.#form, this.#settings.questions)
  /** Under which it stands on the device already. */
  #kept: string | undefined
  /** Shown in place of the form: what becomes of this one. */
  #waiting: string | undefined
  #isSending = false

  connectedCallback(): void {
    if (this.#field('idempotencyKey').value === '') setValue(this.#form, 'idempotencyKey', crypto.randomUUID())
    const given = new URLSearchParams(location.search).get('teema')
    if ('kept' in this.dataset && given !== null) setValue(this.#form, 'category', given)
    this.#part('keep').hidden = false
    this.#part('keep').addEventListener('click', () => void this.#keep())
    // After the form's own listeners: an answer that stops everything has stopped this already.
    this.addEventListener('submit', (event) => {
      const isForQuestions = event.submitter instanceof HTMLButtonElement && event.submitter.name === 'step'
      if (event.defaultPrevented || isForQuestions) return
      event.preventDefault()
      void this.#send()
    })
    window.addEventListener('online', () => this.#sayConnection())
    window.addEventListener('offline', () => this.#sayConnection())
    window.addEventListener('hashchange', () => void this.#open())
    whenChanged(() => {
      void this.#countUnsent()
      void this.#followWaiting()
    })
    this.#sayConnection()
    void this.#countUnsent()
    void this.#open()
    if (this.#field('category').value !== '') void this.#questions.show()
    stayOnDevice()
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-${name}]`)!
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement {
    return this.#form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)!
  }

  get #photos(): PhotoCare {
    return this.querySelector<PhotoCare>('photo-care')!
  }

  #say(...sentences: string[]): void {
    this.#part('said').textContent = sentences.join(' ')
  }

  #sayConnection(): void {
    const line = this.#part('connection')
    const isOffline = !navigator.onLine || ('kept' in this.dataset && line.textContent === '')
    if (isOffline) line.textContent = this.#words.offline
    else if (line.textContent !== '') line.textContent = this.#words.online
  }

  async #countUnsent(): Promise<void> {
    const drafts = await listDrafts().catch(() => [])
    const count = drafts.filter((draft) => isUnsent(draft) && draft.key !== this.#kept).length
    const line = this.#part('unsent')
    line.hidden = count === 0
    line.querySelector('a')!.textContent = fillIn(this.#words.unsent, { count })
  }

  /** The report on the device that the address names. */
  async #open(): Promise<void> {
    const key = /^#mustand=([0-9a-f-]{36})$/.exec(location.hash)?.[1]
    if (key === undefined) return
    // It may be on its way just now; then this waits for how that ends.
    this.#say(this.#words.opening)
    const draft = await changeAlone(key, takeBack).catch(() => undefined)
    this.#say()
    if (draft === undefined || draft.state === 'sent') return this.#say(this.#words.gone)
    this.#kept = key
    setValue(this.#form, 'idempotencyKey', key)
    const category = draft.fields.find(([name]) => name === 'category')?.[1] ?? ''
    setValue(this.#form, 'category', category)
    await this.#questions.show()
    fillForm(this.#form, draft, (photos) => {
      this.#photos.clear()
      this.#photos.add(photos)
    })
    this.#form.dispatchEvent(new Event('saved', { bubbles: true }))
    if (draft.state === 'failed') this.#errors.show(draft.sentence || this.#words.refused, draft.errors)
    else if (draft.state === 'asks') this.#errors.show(this.#words.otherAccount, {})
    else this.#say(this.#words.opened)
    void this.#countUnsent()
  }

  async #read(): Promise<Draft> {
    await this.#photos.settled()
    const filled = await readFilled(this.#form)
    const isInApp = matchMedia('(display-mode: standalone)').matches || 'kept' in this.dataset || !navigator.onLine
    return {
      ...filled,
      fields: isInApp ? [...filled.fields, ['channel', 'app']] : filled.fields,
      key: this.#field('idempotencyKey').value,
      language: document.documentElement.lang,
      account: this.dataset.account ?? '',
      changedAt: Date.now(),
      pressedAt: null,
      state: 'draft',
    }
  }

  async #keep(): Promise<void> {
    const draft = await this.#read()
    try {
      await keepDraft(draft)
    } catch {
      return this.#say(this.#words.notKept)
    }
    this.#kept = draft.key
    this.#form.dispatchEvent(new Event('saved', { bubbles: true }))
    const isSafe = await isKeptForGood({ ask: true })
    this.#say(this.#words.keptDraft, ...(isSafe ? [] : [this.#words.mayVanish]))
    this.#part('device').hidden = false
    void this.#countUnsent()
  }

  async #send(): Promise<void> {
    if (this.#isSending) return
    this.#setSending(true)
    try {
      this.#errors.clear()
      this.#say(this.#words.sending)
      const draft = press(await this.#read(), Date.now())
      const isKept = await keepDraft(draft).then(
        () => true,
        () => false,
      )
      await (isKept ? this.#sendKept(draft) : this.#sendUnkept(draft))
    } finally {
      this.#setSending(false)
    }
  }

  #setSending(isSending: boolean): void {
    this.#isSending = isSending
    for (const button of this.#form.querySelectorAll<HTMLButtonElement>('button')) button.disabled = isSending
  }

  async #sendKept({ key }: Draft): Promise<void> {
    const wasKept = this.#kept === key
    const draft = await sendKept(key)
    switch (draft?.state) {
      case 'sent':
        await removeDraft(key).catch(() => undefined)
        return this.#leave(draft.own)
      case 'failed':
        // Everything typed is on the page; what nobody asked to keep here is not kept.
        if (!wasKept) await removeDraft(key).catch(() => undefined)
        this.#say()
        return this.#errors.show(
          draft.sentence || (Object.keys(draft.errors).length === 0 ? this.#words.refused : ''),
          draft.errors,
        )
      case 'waiting':
      case 'asks':
        this.#waiting = key
        void isKeptForGood({ ask: true })
        if (draft.state === 'waiting') void sendWhenOnline()
        return this.#followWaiting()
      default:
        return this.#say(this.#words.gone)
    }
  }

  /** The browser keeps nothing: it is sent from this page or not at all. */
  async #sendUnkept(draft: Draft): Promise<void> {
    const answer = await sendDraft(draft)
    this.#say()
    if (answer.how === 'received') this.#leave(answer.own)
    else if (answer.how === 'refused') this.#errors.show(answer.sentence, answer.errors)
    else this.#errors.show(answer.how === 'later' ? this.#words.notKept : this.#words.otherAccount, {})
  }

  #leave(own: string | null): void {
    this.#form.dispatchEvent(new Event('saved', { bubbles: true }))
    location.assign(own === null ? this.#settings.device : `${own}?saadetud=1`)
  }

  /** In place of the form: that this one waits, and what has come of it since. */
  async #followWaiting(): Promise<void> {
    if (this.#waiting === undefined) return
    const draft = await findDraft(this.#waiting).catch(() => undefined)
    const { form } = this.#settings
    const words = this.#words
    if (draft === undefined) return
    this.#say()
    this.#form.dispatchEvent(new Event('saved', { bubbles: true }))
    const open: [string, string] = [words.open, `${form}#mustand=${draft.key}`]
    const others: [string, string][] = [
      [words.toDevice, this.#settings.device],
      [words.another, form],
    ]
    if (draft.state === 'waiting') {
      const isLine = draft.why === 'line'
      const title = isLine ? words.waitingTitle : words.busyTitle
      this.#showInstead(title, isLine ? words.waitingLead : words.busyLead, others)
    } else if (draft.state === 'sent') {
      const own: [string, string][] = draft.own === null ? [] : [[words.followOwn, draft.own]]
      const title = draft.waitsForMail ? words.confirmTitle : words.sentTitle
      const lead = draft.waitsForMail ? words.confirmLead : ''
      this.#showInstead(fillIn(title, { number: draft.number }), lead, [...own, ...others])
    } else if (draft.state === 'asks') {
      this.#showInstead(words.asks, words.otherAccount, [open, [words.signIn, this.#settings.signIn], ...others])
    } else if (draft.state === 'failed') {
      this.#showInstead(words.failed, draft.sentence || words.refused, [open, ...others])
    }
  }

  #showInstead(title: string, lead: string, links: readonly (readonly [label: string, href: string])[]): void {
    const panel = this.#part('instead')
    panel.querySelector('h2')!.textContent = title
    panel.querySelector('p')!.textContent = lead
    panel.querySelector('ul')!.replaceChildren(
      ...links.map(([label, href]) => {
        const [line, link] = [document.createElement('li'), document.createElement('a')]
        link.href = href
        link.textContent = label
        // The same page again, from its beginning.
        if (new URL(link.href).pathname === location.pathname) {
          link.addEventListener('click', () => window.setTimeout(() => location.reload()))
        }
        line.append(link)
        return line
      }),
    )
    const isNew = panel.hidden
    panel.hidden = false
    this.#form.hidden = true
    this.#part('unsent').hidden = true
    this.#part('connection').hidden = true
    if (isNew) panel.focus()
  }
}

customElements.define('report-form', ReportForm)
