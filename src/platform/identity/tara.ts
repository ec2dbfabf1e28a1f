import * as oidc from 'openid-client'
import * as z from 'zod'
import { Unavailable } from '../context.ts'
import type { Language } from '../language.ts'
import type { Identity } from './directory.ts'

/** TARA's ID token, as its technical description of 5 March 2026 says; an unknown shape is refused. */
const taraClaims = z.object({
  sub: z.string().min(3).max(300),
  amr: z.array(z.string()).min(1),
  acr: z.enum(['low', 'substantial', 'high']),
  state: z.string().optional(),
  profile_attributes: z.object({
    given_name: z.string().min(1).max(200),
    family_name: z.string().min(1).max(200),
    date_of_birth: z.iso.date().optional(),
  }),
})

const levels = ['low', 'substantial', 'high'] as const
const requiredLevel = 'substantial' satisfies (typeof levels)[number]
const acceptedMethods = new Set(['mID', 'idcard', 'smartid', 'eIDAS'])

export type TaraClient = {
  signInAddress(asked: {
    state: string
    nonce: string
    language: Language
    hint: string | null
    auto: boolean
  }): Promise<URL>
  /** Redeems the code (it lives 30 seconds) and checks the token. Null when the token is not acceptable. */
  redeem(
    callback: URL,
    expected: { state: string; nonce: string },
  ): Promise<{ identity: Identity; method: string } | null>
}

export type TaraConnection = {
  issuer: string
  clientId: string
  clientSecret: string
  redirectUri: string
  /** The built-in double speaks http on this machine; TARA never does. */
  double?: { fetch: oidc.CustomFetch }
}

const discoveryLife = 10 * 60_000

export function makeTaraClient(connection: TaraConnection): TaraClient {
  let known: { configuration: Promise<oidc.Configuration>; at: number } | undefined

  // Keys and endpoints rotate: they are asked for anew every ten minutes, and at once after a failure.
  const configuration = (): Promise<oidc.Configuration> => {
    if (known !== undefined && Date.now() - known.at < discoveryLife) return known.configuration
    const found = discover(connection)
    known = { configuration: found, at: Date.now() }
    found.catch(() => (known = undefined))
    return found
  }

  return {
    signInAddress: async ({ state, nonce, language, hint, auto }) => {
      const parameters: Record<string, string> = {
        redirect_uri: connection.redirectUri,
        scope: 'openid',
        state,
        nonce,
        ui_locales: language,
        acr_values: requiredLevel,
      }
      if (connection.double !== undefined && hint !== null) parameters.login_hint = hint
      if (connection.double !== undefined && auto) parameters.auto = '1'
      return oidc.buildAuthorizationUrl(await configuration(), parameters)
    },
    redeem: async (callback, { state, nonce }) => {
      const settings = await configuration()
      let tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>
      try {
        tokens = await oidc.authorizationCodeGrant(settings, callback, {
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        })
      } catch (error) {
        if (isNetworkFailure(error)) throw new Unavailable('TARA', { cause: error })
        return null
      }
      const claims = taraClaims.safeParse(tokens.claims())
      if (!claims.success) return null
      const { sub, amr, acr, state: echoed, profile_attributes: profile } = claims.data
      const method = amr.find((one) => acceptedMethods.has(one))
      const strongEnough = levels.indexOf(acr) >= levels.indexOf(requiredLevel)
      if (method === undefined || !strongEnough || (echoed !== undefined && echoed !== state)) return null
      const identity = {
        subject: sub,
        givenName: profile.given_name,
        familyName: profile.family_name,
        birthDate: profile.date_of_birth ?? null,
      }
      return { identity, method }
    },
  }
}

async function discover({ issuer, clientId, clientSecret, double }: TaraConnection): Promise<oidc.Configuration> {
  const authentication = oidc.ClientSecretBasic(clientSecret)
  // TARA wants the token's signature checked against its published keys, also over a direct connection.
  const options: oidc.DiscoveryRequestOptions =
    double === undefined
      ? { execute: [oidc.enableNonRepudiationChecks] }
      : { execute: [oidc.enableNonRepudiationChecks, oidc.allowInsecureRequests], [oidc.customFetch]: double.fetch }
  try {
    return await oidc.discovery(new URL(issuer), clientId, undefined, authentication, options)
  } catch (error) {
    throw new Unavailable('TARA', { cause: error })
  }
}

function isNetworkFailure(error: unknown): boolean {
  return !(
    error instanceof oidc.ResponseBodyError ||
    error instanceof oidc.AuthorizationResponseError ||
    error instanceof oidc.ClientError
  )
}
