import type { Answer, Draft } from './draft.ts'

const longestSending = 150_000

/** Where a report in a language is sent. */
function addressOf(language: string): string {
  return `${language === 'et' ? '' : `/${language}`}/teated/uus`
}

export function formOf({ fields, files, key, account, pressedAt }: Draft): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  for (const { field, name, type, bytes } of files) form.append(field, new Blob([bytes], { type }), name)
  form.set('idempotencyKey', key)
  form.set('account', account)
  if (pressedAt !== null) form.set('sentAt', new Date(pressedAt).toISOString())
  return form
}

/**
 * Sends a report once. One that was written without an account goes without one, whoever is signed in now; one that
 * was written with an account is taken by the server from that account alone.
 */
export async function sendDraft(draft: Draft): Promise<Answer> {
  try {
    const answer = await fetch(addressOf(draft.language), {
      method: 'POST',
      body: formOf(draft),
      headers: { accept: 'application/json' },
      credentials: draft.account === '' ? 'omit' : 'same-origin',
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(longestSending),
    })
    return await read(answer)
  } catch {
    return { how: 'later', why: 'line', waitSeconds: null }
  }
}

type Said = { number?: unknown; own?: unknown; waitsForMail?: unknown; detail?: unknown; errors?: unknown }

async function read(answer: Response): Promise<Answer> {
  const { status, headers } = answer
  const isJson = /^application\/(problem\+)?json\b/.test(headers.get('content-type') ?? '')
  const said = isJson ? ((await answer.json()) as Said) : {}
  if (status === 201 && typeof said.number === 'number') {
    const own = typeof said.own === 'string' ? said.own : null
    return { how: 'received', number: said.number, own, waitsForMail: said.waitsForMail === true }
  }
  if (status === 409) return { how: 'otherAccount' }
  if (status === 422 && isJson) {
    const sentence = typeof said.detail === 'string' ? said.detail : ''
    return { how: 'refused', sentence, errors: (said.errors ?? {}) as Record<string, string> }
  }
  // A hotel's or a train's own page in place of the municipality's, or one that is not there now.
  const isOthers = status === 0 || status < 400
  if (isOthers) return { how: 'later', why: 'line', waitSeconds: null }
  if (status >= 500 || status === 408 || status === 425 || status === 429) {
    return { how: 'later', why: 'busy', waitSeconds: readWait(headers.get('retry-after')) }
  }
  return { how: 'refused', sentence: '', errors: {} }
}

function readWait(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null
}
