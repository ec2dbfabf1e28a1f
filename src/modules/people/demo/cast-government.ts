import { adults, everyone, someDay, times, youth, type Casting } from './cast.ts'

/** Council, government and departments: who is elected and who is employed. */
export function castCouncil({ cast, inventor, bodies }: Casting): void {
  const council = bodies.find((body) => body.kind === 'council')
  if (council === undefined) return
  const members = times(council.seats ?? 15, () => inventor.person(adults))
  const resigned = inventor.person(adults)
  const left = cast.seat(resigned, council, { from: '2025-10-27', until: '2026-05-14', because: 'Avaldus' })
  for (const [index, person] of members.entries()) {
    const isSubstitute = index === members.length - 1
    cast.seat(person, council, isSubstitute ? { from: '2026-05-15', replaces: left.id } : { from: '2025-10-27' })
  }
  let next = 0
  for (const post of council.posts) {
    for (const person of times(post.seats, () => members[next++]!)) {
      cast.seat(person, council, { post: post.slug, from: '2025-11-05' })
    }
  }
}

export function castGovernment({ cast, inventor, random, bodies }: Casting): void {
  for (const body of bodies.filter((one) => one.kind === 'government')) {
    for (const [index, post] of body.posts.entries()) {
      for (const person of times(post.seats, () => inventor.person(adults))) {
        cast.seat(person, body, { post: post.slug, from: '2025-12-04' })
      }
      if (index > 0) continue
      const before = inventor.person(adults)
      cast.seat(before, body, { post: post.slug, from: '2021-11-18', until: '2025-12-03', because: 'Uus valitsus' })
    }
  }
  for (const body of bodies.filter((one) => one.kind === 'department' || one.kind === 'library')) {
    for (const post of body.posts) {
      // A post of three seats looks for its third person.
      const filled = post.seats > 2 ? post.seats - 1 : post.seats
      for (const person of times(filled, () => inventor.person(adults))) {
        cast.seat(person, body, { post: post.slug, from: someDay(random, 2012, 2025) })
      }
    }
  }
}

export function castYouthCouncil({ cast, inventor, bodies }: Casting): void {
  for (const body of bodies.filter((one) => one.kind === 'youth-council')) {
    const members = times(Math.max(5, (body.seats ?? 9) - 2), () => inventor.person(youth))
    for (const person of members) cast.seat(person, body, { from: '2026-02-16' })
    for (const [index, post] of body.posts.entries()) {
      cast.seat(members[index]!, body, { post: post.slug, from: '2026-02-23' })
    }
    for (const person of times(2, () => inventor.person({ from: 20, to: 26 }))) {
      cast.seat(person, body, { from: '2024-02-12', until: '2026-02-11', because: 'Volituste aeg lõppes' })
    }
  }
}

/** The audit committee has councillors only; in the others residents sit too, and in two a voice of the young. */
export function castCommittees({ cast, inventor, bodies }: Casting): void {
  const councillors = everyone(cast.seatedIn((body) => body.kind === 'council'))
  const youthCouncil = bodies.find((body) => body.kind === 'youth-council')
  const young = everyone(cast.seatedIn((body) => body.kind === 'youth-council'))
  const committees = bodies.filter((body) => body.kind === 'committee')
  let next = 3
  const councillor = () => councillors[next++ % councillors.length]!
  for (const [index, body] of committees.entries()) {
    const isAudit = body.slug === 'revisjonikomisjon'
    const seats = body.seats ?? 5
    const voice = !isAudit && index >= committees.length - 2 ? young[index % young.length] : undefined
    const fromCouncil = isAudit ? seats : Math.ceil(seats / 2)
    const members = times(fromCouncil, councillor)
    for (const person of members) cast.seat(person, body, { from: '2025-12-11' })
    for (const [at, post] of body.posts.entries()) {
      cast.seat(members[at]!, body, { post: post.slug, from: '2025-12-11' })
    }
    const others = seats - fromCouncil - (voice === undefined ? 0 : 1) - (index === 1 ? 1 : 0)
    for (const person of times(others, () => inventor.person(adults))) cast.seat(person, body, { from: '2026-01-15' })
    if (voice !== undefined && youthCouncil !== undefined) {
      cast.seat(voice, body, { behalf: youthCouncil.slug, from: '2026-03-12' })
    }
  }
}
