import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import {
  countResidentsByAge,
  countResidentsBySettlement,
  describeResidents,
  findResidentByCode,
  findResidentByPerson,
} from './queries/residents.ts'
import { ageGroupOf, ageGroups, type AgeGroup, type Citizenship } from './rules.ts'

export type Resident = { birthDate: LocalDate; settlementEhak: string; citizenship: Citizenship }

/**
 * Who lives here, as the population register says: what a right to take part is checked against. Production imports
 * an extract; a connection over X-tee would be another adapter of the same shape.
 */
export type ResidentsRegister = {
  /** By keyed hash of country and personal code. */
  find(codeIndex: Buffer): Promise<Resident | undefined>
  findPerson(personId: string): Promise<Resident | undefined>
  /** Residents per EHAK code, born no later than the day. */
  countBySettlement(bornUntil: LocalDate): Promise<ReadonlyMap<string, number>>
  countByAge(ehak: string, today: LocalDate): Promise<{ counts: Record<AgeGroup, number>; importedAt: Date | null }>
  describe(): Promise<{ residents: number; importedAt: Date | null }>
}

/** The adapter over the imported extract. */
export function residentsRegister(db: Db): ResidentsRegister {
  return {
    find: (codeIndex) => findResidentByCode(db, codeIndex),
    findPerson: (personId) => findResidentByPerson(db, personId),
    countBySettlement: (bornUntil) => countResidentsBySettlement(db, bornUntil),
    countByAge: async (ehak, today) => {
      const counts = Object.fromEntries(ageGroups.map(({ key }) => [key, 0])) as Record<AgeGroup, number>
      const rows = await countResidentsByAge(db, ehak, today)
      for (const { age, count } of rows) counts[ageGroupOf(age)] += count
      return { counts, importedAt: rows[0]?.importedAt ?? null }
    },
    describe: () => describeResidents(db),
  }
}
