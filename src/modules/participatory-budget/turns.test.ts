import { expect, it } from 'vitest'
import { takeTurn } from './count/turns.ts'

it('counts come one after the other, and whoever comes when too many wait is told so', async () => {
  const order: string[] = []
  let free = () => {}
  const held = new Promise<void>((resolve) => (free = resolve))
  const first = takeTurn(async () => {
    await held
    order.push('first')
    throw new Error('broken')
  })
  const others = Array.from({ length: 7 }, (_, at) => takeTurn(async () => order.push(`next ${at}`)))
  expect(await takeTurn(async () => 'none')).toEqual({ ok: false })
  free()
  await expect(first).rejects.toThrow('broken')
  expect((await Promise.all(others)).every(({ ok }) => ok)).toBe(true)
  expect(order).toEqual(['first', ...Array.from({ length: 7 }, (_, at) => `next ${at}`)])
  expect(await takeTurn(async () => 'again')).toEqual({ ok: true, value: 'again' })
})
