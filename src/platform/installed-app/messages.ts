import type { Language } from '../language.ts'

const et = {
  title: 'Ühendust ei ole',
  lead: 'Seda lehte ei saa praegu avada. Proovi uuesti, kui seade on taas võrgus.',
  works: 'Ilma ühenduseta töötab siin seadmes:',
}
export type InstalledAppMessages = typeof et

const en: InstalledAppMessages = {
  title: 'There is no connection',
  lead: 'This page cannot be opened now. Try again when the device is back on the network.',
  works: 'Without a connection this device opens:',
}

const ru: InstalledAppMessages = {
  title: 'Нет связи',
  lead: 'Сейчас эту страницу открыть нельзя. Попробуйте снова, когда устройство будет в сети.',
  works: 'Без связи на этом устройстве открываются:',
}

export const installedAppMessages: Record<Language, InstalledAppMessages> = { et, en, ru }
