import { adults, everyone, pupils, someDay, times, type Casting } from './cast.ts'

/** Villages, boroughs, schools and associations: those whom the municipality does not appoint. */
export function castVillages({ cast, inventor, random, bodies }: Casting): void {
  const villages = bodies.filter((body) => body.kind === 'village-community' && body.settlement !== undefined)
  for (const [index, body] of villages.entries()) {
    const elder = inventor.person(adults)
    const hasElder = index % 5 !== 2
    for (const post of body.posts) {
      if (hasElder) cast.seat(elder, body, { post: post.slug, from: someDay(random, 2023, 2026) })
      if (index % 4 !== 1) continue
      const before = inventor.person({ from: 45, to: 72 })
      cast.seat(before, body, {
        post: post.slug,
        from: '2018-05-06',
        until: '2022-05-05',
        because: 'Volituste aeg lõppes',
      })
    }
    for (const person of times(2, () => inventor.person(adults))) {
      cast.seat(person, body, { from: someDay(random, 2020, 2025) })
    }
  }
  for (const body of bodies.filter((one) => one.kind === 'village-community' && one.settlement === undefined)) {
    for (const elder of cast.seatedIn((one) => villages.includes(one)).filter((seat) => seat.post !== null)) {
      cast.seat(elder.person, body, { behalf: elder.body, from: '2026-10-01' })
    }
  }
  for (const body of bodies.filter((one) => one.kind === 'borough-board')) {
    const members = times(body.seats ?? 5, () => inventor.person(adults))
    for (const person of members) cast.seat(person, body, { from: '2025-03-20' })
    for (const [at, post] of body.posts.entries()) {
      cast.seat(members[at]!, body, { post: post.slug, from: '2025-03-20' })
    }
  }
}

export function castSchools({ cast, inventor, bodies }: Casting): void {
  const schools = bodies.filter((body) => body.kind === 'student-council' && body.posts.length > 0)
  for (const body of schools) {
    const members = times(5, () => inventor.person(pupils))
    for (const person of members) cast.seat(person, body, { from: '2026-09-10' })
    for (const post of body.posts) {
      cast.seat(members[0]!, body, { post: post.slug, from: '2026-09-17' })
      const before = inventor.person({ from: 18, to: 20 })
      cast.seat(before, body, { post: post.slug, from: '2025-09-15', until: '2026-06-12', because: 'Lõpetas kooli' })
    }
  }
  for (const body of bodies.filter((one) => one.kind === 'student-council' && one.posts.length === 0)) {
    for (const chair of cast.seatedIn((one) => schools.includes(one)).filter((seat) => seat.post !== null)) {
      cast.seat(chair.person, body, { behalf: chair.body, from: '2026-10-05' })
    }
  }
}

export function castAssociations({ cast, inventor, random, bodies }: Casting): void {
  for (const body of bodies.filter((one) => one.kind === 'association')) {
    for (const post of body.posts) {
      for (const person of times(post.seats, () => inventor.person(adults))) {
        cast.seat(person, body, { post: post.slug, from: someDay(random, 2019, 2025) })
      }
    }
  }
}

/** Officials and, on behalf of their own, people from communities; a group without posts gathers those who lead. */
export function castWorkingGroups({ cast, inventor, bodies }: Casting): void {
  const titles = new Map(bodies.flatMap((body) => body.posts.map((post) => [post.slug, post.title.et])))
  const officials = cast.seatedIn((body) => body.kind === 'department')
  const leaders = officials.filter((seat) => /juht|juhataja|nõunik/.test(titles.get(seat.post ?? '') ?? ''))
  const civic = bodies.filter((body) => body.kind === 'village-community' && body.settlement !== undefined)
  const organised = bodies.filter((body) => body.kind === 'association' || body.kind === 'borough-board')
  for (const [index, body] of bodies.filter((one) => one.kind === 'working-group').entries()) {
    if (body.posts.length === 0) {
      for (const person of everyone(leaders)) cast.seat(person, body, { from: '2026-01-05' })
      continue
    }
    const [leader, ...helpers] = everyone(leaders.slice(index))
    if (leader === undefined) continue
    const from = body.foundedOn ?? '2026-02-02'
    for (const post of body.posts) cast.seat(leader, body, { post: post.slug, from })
    for (const person of helpers.slice(0, 2)) cast.seat(person, body, { from })
    const senders = [...civic.slice(index * 3, index * 3 + 3), ...organised.slice(index, index + 2)]
    for (const sender of senders) {
      const known = cast.seatedIn((one) => one === sender)[0]?.person
      cast.seat(known ?? inventor.person(adults), body, { behalf: sender.slug, from })
    }
  }
}
