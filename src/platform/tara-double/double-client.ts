import { randomBytes } from 'node:crypto'

export const doublePath = '/dev/tara'
export const doubleClient = { clientId: 'avavald-demo', clientSecret: randomBytes(24).toString('base64url') }
