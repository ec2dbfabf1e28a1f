import type { Language } from '#platform/language.ts'

const et = {
  received: 'Fail võeti kontrolli.',
  checked: 'Fail läbis kontrolli.',
  refused: 'Faili ei võetud vastu.',
  attached: 'Fail lisati.',
  readersChanged: 'Faili lugejad muutusid.',
  removed: 'Fail eemaldati.',
  published: (kind: string) => `Avalikustati fail: ${kind}.`,
  withdrawn: (kind: string) => `Avalik fail (${kind}) ei ole enam kättesaadav.`,
}
type EventMessages = typeof et

const en: EventMessages = {
  received: 'A file came in to be checked.',
  checked: 'A file passed the check.',
  refused: 'A file was not accepted.',
  attached: 'A file was added.',
  readersChanged: 'The readers of a file changed.',
  removed: 'A file was removed.',
  published: (kind) => `A file was published: ${kind}.`,
  withdrawn: (kind) => `A public file (${kind}) is no longer available.`,
}

const ru: EventMessages = {
  received: 'Файл поступил на проверку.',
  checked: 'Файл прошёл проверку.',
  refused: 'Файл не принят.',
  attached: 'Файл приложен.',
  readersChanged: 'Изменился круг читателей файла.',
  removed: 'Файл удалён.',
  published: (kind) => `Опубликован файл: ${kind}.`,
  withdrawn: (kind) => `Публичный файл (${kind}) больше не доступен.`,
}

export const fileEventMessages: Record<Language, EventMessages> = { et, en, ru }
