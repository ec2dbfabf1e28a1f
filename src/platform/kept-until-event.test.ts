import { expect, it } from 'vitest'
import { openTestApp } from '#test/app.ts'
import { inTransaction } from './context.ts'
import { record } from './events.ts'
import { keptUntilEvent } from './kept-until-event.ts'

it('is computed once until something is recorded, and never kept within a transaction', async () => {
  const app = await openTestApp()
  let computed = 0
  const read = keptUntilEvent(
    async () => (computed += 1),
    (ctx) => ctx.now.toISOString().slice(0, 10),
  )
  const ctx = app.context()
  expect([await read(ctx), await read(ctx)]).toEqual([1, 1])
  expect(await read({ ...ctx, now: new Date(ctx.now.getTime() + 86_400_000) })).toBe(2)
  expect(await read(ctx)).toBe(3)
  await inTransaction(ctx, async (inside) => {
    await record(inside, 'identity.signed-in', 'session:test', { method: 'test' })
    expect([await read(inside), await read(inside)]).toEqual([4, 5])
  })
  expect([await read(ctx), await read(ctx)]).toEqual([6, 6])
})

it('is asked for again when it failed', async () => {
  const app = await openTestApp()
  let tries = 0
  const read = keptUntilEvent(
    async () => {
      tries += 1
      if (tries === 1) throw new Error('away')
      return tries
    },
    () => '',
  )
  await expect(read(app.context())).rejects.toThrow('away')
  expect(await read(app.context())).toBe(2)
})
