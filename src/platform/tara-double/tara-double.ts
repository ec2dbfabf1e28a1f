import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { renderToString } from 'preact-render-to-string'
import Provider, { interactionPolicy, type ClientMetadata, type Configuration, type JWK } from 'oidc-provider'
import { birthDateOf } from '../identity/personal-code.ts'
import { isLanguage } from '../language.ts'
import { securityHeaders } from '../web/security.ts'
import { doubleMethods, type DemoPerson } from './demo-person.ts'
import { doubleClient, doublePath } from './double-client.ts'
import { PickPersonPage } from './pick-person-page.tsx'

export type TaraDouble = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Stands in for TARA in demo and tests and answers as it does: nested profile attributes, amr, echoed state, code of
 * 30 and token of 40 seconds, no session of its own, user_cancel. Never reachable in production.
 */
export function makeTaraDouble(
  origin: string,
  people: () => Promise<DemoPerson[]>,
  styles: readonly string[],
): TaraDouble {
  const signedIn = new Map<string, { person: DemoPerson; method: string; state: string }>()
  const provider = quietly(() => new Provider(`${origin}${doublePath}`, configuration(origin, signedIn)))
  provider.proxy = false
  const oidc = provider.callback()

  const interact = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const { params } = await provider.interactionDetails(request, response)
    const everybody = await people()
    const finish = async (code: string, method: string) => {
      const person = everybody.find((one) => one.code === code) ?? stranger(code)
      if (person === null) return show(422)
      // Kept per sign-in too, by its nonce: two visitors may choose the same person at the same moment.
      const account = `EE${person.code}`
      for (const oldest of signedIn.keys()) if (signedIn.size > 1000) signedIn.delete(oldest)
      for (const key of [account, `nonce ${String(params.nonce)}`])
        signedIn.set(key, { person, method, state: String(params.state ?? '') })
      const login = { accountId: account, acr: 'high', amr: [method], remember: false }
      await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
    }
    const show = (status: number) => {
      const asked = typeof params.ui_locales === 'string' ? params.ui_locales : 'et'
      const language = isLanguage(asked) ? asked : 'et'
      const hint = typeof params.login_hint === 'string' ? params.login_hint : ''
      const page = PickPersonPage({
        action: url.pathname,
        people: everybody,
        language,
        styles,
        hint,
        wrongCode: status === 422,
      })
      response.writeHead(status, Object.fromEntries([...securityHeaders, ['Content-Type', 'text/html; charset=utf-8']]))
      response.end(`<!doctype html>${renderToString(page)}`)
    }

    if (request.method !== 'POST') {
      if (params.auto === '1' && typeof params.login_hint === 'string') return finish(params.login_hint, 'smartid')
      return show(200)
    }
    const form = new URLSearchParams(await readBody(request))
    if (form.get('cancel') !== null) {
      const error = { error: 'user_cancel', error_description: 'User canceled the login process.' }
      return provider.interactionFinished(request, response, error, { mergeWithLastSubmission: false })
    }
    const method = doubleMethods.find((one) => one === form.get('method')) ?? 'smartid'
    return finish((form.get('code') || form.get('person') || '').trim(), method)
  }

  return (request, response) => {
    const original = request.url ?? '/'
    const url = new URL(original, origin)
    if (url.pathname.startsWith(`${doublePath}/interaction/`)) {
      request.url = original
      interact(request, response, url).catch(() => endLost(response))
      return
    }
    // TARA remembers nobody: what an earlier sign-in left in the browser is not looked at.
    request.headers.cookie = request.headers.cookie?.replace(/\btara_s(?:\.sig)?=[^;]*;? */g, '')
    Object.assign(request, { originalUrl: original })
    request.url = original.slice(doublePath.length) || '/'
    void oidc(request, response)
  }
}

/** The library warns of its in-memory store, which is just right for a demo. */
function quietly<T>(work: () => T): T {
  const { warn, info } = console
  Object.assign(console, { warn: () => undefined, info: () => undefined })
  try {
    return work()
  } finally {
    Object.assign(console, { warn, info })
  }
}

/** Any valid code may sign in as a resident whom the demo does not know yet. */
function stranger(code: string): DemoPerson | null {
  return birthDateOf(code) === null ? null : { code, givenName: 'Uus', familyName: 'Elanik', roles: [] }
}

function endLost(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(303, { Location: '/login' })
  response.end()
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > 10_000) throw new Error('too long')
  }
  return body
}

function configuration(
  origin: string,
  signedIn: ReadonlyMap<string, { person: DemoPerson; method: string; state: string }>,
): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...privateKey.export({ format: 'jwk' }), kid: 'double', use: 'sig', alg: 'RS256' } as JWK
  const client: ClientMetadata = {
    client_id: doubleClient.clientId,
    client_secret: doubleClient.clientSecret,
    redirect_uris: [`${origin}/login/tagasi`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: 'RS256',
  }
  const policy = interactionPolicy.base()
  policy.remove('consent')
  // TARA keeps no session: every sign-in asks again.
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('every_time', 'sign in', (context) =>
        context.oidc.result?.login === undefined
          ? interactionPolicy.Check.REQUEST_PROMPT
          : interactionPolicy.Check.NO_NEED_TO_PROMPT,
      ),
    )
  return {
    clients: [client],
    jwks: { keys: [key] },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { interaction: 'tara_i', resume: 'tara_r', session: 'tara_s' },
    },
    claims: { openid: ['sub', 'profile_attributes', 'amr', 'state'], acr: null },
    acrValues: ['low', 'substantial', 'high'],
    extraParams: ['auto'],
    conformIdTokenClaims: false,
    pkce: { required: () => false },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: true },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { policy, url: (_context, interaction) => `${doublePath}/interaction/${interaction.uid}` },
    routes: { authorization: '/oidc/authorize', token: '/oidc/token', jwks: '/oidc/jwks', userinfo: '/oidc/profile' },
    ttl: { AuthorizationCode: 30, IdToken: 40, AccessToken: 40, Interaction: 1800, Session: 60, Grant: 60 },
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: doubleClient.clientId,
        accountId: context.oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    findAccount: (_context, subject, token) => {
      const nonce = token !== undefined && 'nonce' in token ? String(token.nonce) : ''
      const known = signedIn.get(`nonce ${nonce}`) ?? signedIn.get(subject)
      if (known === undefined) return undefined
      const { person, method, state } = known
      const profile_attributes = {
        given_name: person.givenName,
        family_name: person.familyName,
        date_of_birth: birthDateOf(person.code),
      }
      return {
        accountId: subject,
        claims: () => ({ sub: `EE${person.code}`, amr: [method], state, profile_attributes }),
      }
    },
  }
}
