import type { Role } from '#platform/context.ts'
import { readText, type Language, type LocalText } from '#platform/language.ts'

export type RoleWords = Partial<Record<Role, LocalText>>

/** The roles of this module and of the platform, in words. */
export const ownRoles: RoleWords = {
  administrator: { et: 'Administraator', en: 'Administrator', ru: 'Администратор' },
  registrar: { et: 'Kogude ja liikmete register', en: 'Keeper of bodies and members', ru: 'Ведение органов и членов' },
  official: { et: 'Ametnik', en: 'Official', ru: 'Служащий' },
  governmentMember: { et: 'Valitsuse liige', en: 'Member of the government', ru: 'Член управы' },
  councillor: { et: 'Volikogu liige', en: 'Councillor', ru: 'Член собрания' },
  villageElder: { et: 'Küla- või alevikuvanem', en: 'Village or borough elder', ru: 'Староста' },
  youthCouncilMember: {
    et: 'Noortevolikogu liige',
    en: 'Member of the youth council',
    ru: 'Член молодёжного собрания',
  },
}

const known = new Map<string, LocalText>(Object.entries(ownRoles))

/** The composition tells the words of every module's roles, so that they can be given to posts here. */
export function keepRoleWords(words: RoleWords): void {
  for (const [role, text] of Object.entries(words)) known.set(role, text)
}

export function isKnownRole(role: string): boolean {
  return known.has(role)
}

export function listRoles(): string[] {
  return [...known.keys()]
}

/** What a role is called; one that no module explains is shown as it is written. */
export function wordsOfRole(role: string, language: Language): string {
  if (role === 'resident') return { et: 'Elanik', en: 'Resident', ru: 'Житель' }[language]
  const words = known.get(role)
  return words === undefined ? role : readText(words, language).text
}
