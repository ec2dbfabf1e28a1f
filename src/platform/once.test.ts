import { beforeAll, expect, it } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { anonymous, inTransaction, type Actor, type Context } from './context.ts'
import type { OpenDatabase } from './database.ts'
import { once } from './once.ts'

let database: OpenDatabase
const person = (): Actor => ({ ...anonymous, kind: 'person', personId: crypto.randomUUID() })
const context = (actor: Actor): Context => ({ db: database.db, actor, now: new Date() })

beforeAll(async () => {
  database = await freshDatabase()
})

it('does a form sent many times at once a single time and answers every copy the same', async () => {
  const [key, mari] = [crypto.randomUUID(), person()]
  let times = 0
  const send = () =>
    inTransaction(context(mari), (ctx) =>
      once(ctx, key, 'test.send', async () => {
        times += 1
        return { ok: true, id: times }
      }),
    )
  const answers = await Promise.all(Array.from({ length: 8 }, send))
  expect(times).toBe(1)
  expect(answers).toEqual(Array.from({ length: 8 }, () => ({ ok: true, id: 1 })))
})

it('lets a refused form be corrected and sent again', async () => {
  const [key, mari] = [crypto.randomUUID(), person()]
  const send = (ok: boolean) =>
    inTransaction(context(mari), (ctx) => once(ctx, key, 'test.send', async () => ({ ok, round: String(ok) })))
  expect(await send(false)).toEqual({ ok: false, round: 'false' })
  expect(await send(true)).toEqual({ ok: true, round: 'true' })
})

it('does not mistake one person’s form for another’s', async () => {
  const key = crypto.randomUUID()
  const send = (actor: Actor, id: string) =>
    inTransaction(context(actor), (ctx) => once(ctx, key, 'test.send', async () => ({ ok: true, id })))
  expect(await send(person(), 'one')).toEqual({ ok: true, id: 'one' })
  expect(await send(person(), 'other')).toEqual({ ok: true, id: 'other' })
})
