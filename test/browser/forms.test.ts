import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, system } from '#platform/context.ts'
import { forms } from '#modules/forms/index.ts'
import { aField, aForm, enclosure, registerZoo } from '../../src/modules/forms/testing.ts'
import { openDemo, overflow, scriptModes, type Demo } from './chromium.ts'

let demo: Demo
let preview: string
beforeAll(async () => {
  registerZoo()
  demo = await openDemo()
  const { db } = demo.running.sites[0]!.database
  const definition = aForm(
    aField.text('miks', { shownIf: { field: 'kui-mitu', atLeast: 2 }, label: { et: 'Miks neid nii palju on?' } }),
    { code: 'kus', label: { et: 'Kus?' }, required: true, isPublic: true, type: 'address' },
    { code: 'foto', label: { et: 'Foto' }, required: false, isPublic: true, type: 'file', kinds: ['image'], most: 2 },
  )
  const { formId } = await inTransaction({ db, actor: system, now: new Date() }, (ctx) =>
    forms.ensure(ctx, enclosure('karud'), definition),
  )
  preview = forms.paths.preview(formId)
})

const official = async (script: boolean) => {
  const visit = await demo.visit({ script, viewport: { width: 390, height: 844 } })
  await visit.signIn(demo.personWith('Arendusnõunik'), preview)
  await visit.open(preview)
  return visit
}

it('with script only what applies is asked, and it is said', { timeout: 60_000 }, async () => {
  const { page, complaints, check, close } = await official(true)
  const count = page.locator('[name="k.kui-mitu"]')
  const why = page.locator('[name="k.miks"]')
  expect(await count.isVisible()).toBe(false)
  expect(await count.isDisabled()).toBe(true)
  await page.getByLabel('lamp', { exact: true }).check()
  expect([await count.isVisible(), await count.isDisabled()]).toEqual([true, false])
  expect(await page.locator('#field-k-kui-mitu-hint').textContent()).not.toContain('Vasta, kui')
  await count.fill('1 200')
  expect(await why.isVisible()).toBe(true)
  await page.waitForFunction(() => document.querySelector('form-conditions [role=status]')?.textContent !== '')
  expect(await page.textContent('form-conditions [role=status]')).toContain('Miks neid nii palju on?')
  await why.fill('Torm')
  await count.fill('palju')
  expect(await why.isVisible()).toBe(false)
  await count.fill('3')
  expect(await why.inputValue()).toBe('Torm')
  await check('preview with answers')
  expect(await overflow(page)).toBe(0)

  await page.getByLabel('Traat').check()
  const stop = page.locator('[data-stop="katki:traat"]')
  expect(await stop.isVisible()).toBe(true)
  expect(await page.locator('[name="k.kus"]').isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Proovi vastused läbi' }).click()
  expect(new URL(page.url()).search).toBe('')
  expect(await stop.evaluate((notice) => notice === document.activeElement)).toBe(true)
  await check('preview that stops')

  await page.getByLabel('lamp', { exact: true }).check()
  await page.locator('[name="k.kus"]').fill('Saha tee 5')
  await page.getByRole('button', { name: 'Proovi vastused läbi' }).click()
  expect(await page.textContent('.notice dl')).toMatch(/lamp.*3.*Torm.*Saha tee 5/su)
  expect(complaints).toEqual([])
  await close()
})

it('without script all is asked, and the server keeps what applies', { timeout: 60_000 }, async () => {
  const { page, complaints, check, close } = await official(false)
  expect(await page.locator('[name="k.miks"]').isVisible()).toBe(true)
  expect(await page.textContent('#field-k-kui-mitu-hint')).toContain('Vasta, kui „Mis on katki?“ on „lamp“.')
  await page.getByLabel('post', { exact: true }).check()
  await page.locator('[name="k.kui-mitu"]').fill('palju')
  await page.locator('[name="k.kus"]').fill('Saha tee 5')
  await page.getByRole('button', { name: 'Proovi vastused läbi' }).click()
  expect(await page.textContent('.notice dl')).toMatch(/post.*Saha tee 5/su)
  expect(await page.textContent('.notice dl')).not.toContain('palju')
  await check('preview that was tried')
  expect(complaints).toEqual([])
  await close()
})

describe.each(scriptModes)('the editor of forms, %s', (_name, script) => {
  it('is accessible and fits a telephone', { timeout: 60_000 }, async () => {
    const { page, open, complaints, close } = await official(script)
    const form = preview.replace('/eelvaade', '')
    const paths = [
      '',
      '/kusimused/katki',
      '/kusimused/miks',
      '/uus-kusimus?liik=file',
      '/avaldamine',
      '/versioonid',
      '/versioonid/1',
    ]
    for (const path of [forms.paths.desk, ...paths.map((one) => form + one)]) {
      expect((await open(path))?.status(), path).toBe(200)
      expect(await overflow(page), path).toBe(0)
    }
    expect(complaints).toEqual([])
    await close()
  })
})
