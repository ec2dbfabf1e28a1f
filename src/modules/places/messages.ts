import type { SettlementKind } from './rules.ts'

const et = {
  settlements: 'Külad ja alevikud',
  lead: (count: number) => `Vallas on ${count} asulat. Vali kaardilt või loendist oma kodukoht.`,
  mapTitle: 'Valla kaart',
  mapDescription: 'Asulate piirid. Samad asulad on loendis kaardi all.',
  mapOne: (name: string) => `${name} on kaardil esile tõstetud.`,
  source: 'Haldus- ja asustusjaotus: Maa-amet, 01.09.2018. Kaardil on üldistatud piirid.',
  name: 'Asula',
  kind: 'Liik',
  area: 'Pindala',
  allKinds: 'Kõik',
  kinds: { alevik: 'alevik', küla: 'küla', alev: 'alev', linn: 'linn' } satisfies Record<SettlementKind, string>,
  none: 'Asulaid ei ole kirja pandud.',
}
export type PlaceMessages = Omit<typeof et, 'kinds'> & { kinds: Record<SettlementKind, string> }

const en: PlaceMessages = {
  settlements: 'Villages and boroughs',
  lead: (count) => `The municipality has ${count} settlements. Choose your home on the map or in the list.`,
  mapTitle: 'Map of the municipality',
  mapDescription: 'Borders of the settlements. The same settlements are listed below the map.',
  mapOne: (name) => `${name} is highlighted on the map.`,
  source: 'Administrative and settlement division: Estonian Land Board, 01.09.2018. Borders are generalised.',
  name: 'Settlement',
  kind: 'Kind',
  area: 'Area',
  allKinds: 'All',
  kinds: { alevik: 'small borough', küla: 'village', alev: 'borough', linn: 'town' },
  none: 'No settlements are recorded.',
}

const ru: PlaceMessages = {
  settlements: 'Деревни и посёлки',
  lead: (count) => `Населённых пунктов в волости: ${count}. Выберите свой на карте или в списке.`,
  mapTitle: 'Карта волости',
  mapDescription: 'Границы населённых пунктов. Те же пункты – в списке под картой.',
  mapOne: (name) => `На карте выделено: ${name}.`,
  source: 'Административное и территориальное деление: Земельный департамент, 01.09.2018. Границы обобщены.',
  name: 'Населённый пункт',
  kind: 'Вид',
  area: 'Площадь',
  allKinds: 'Все',
  kinds: { alevik: 'посёлок', küla: 'деревня', alev: 'посёлок городского типа', linn: 'город' },
  none: 'Населённых пунктов нет.',
}

export const placeMessages = { et, en, ru }
