type DemoPerson = { personalCode: string; roles: string[]; title?: string }

/** The cookies of a demo person with a role, as a browser has them after signing in. */
export async function signIn(origin: string, role: string): Promise<string> {
  const people = (await (await fetch(`${origin}/dev/people.json`)).json()) as DemoPerson[]
  const person = people.find(({ roles }) => roles.includes(role))
  if (person === undefined) throw new Error(`nobody in the demo is ${role}`)
  const cookies = new Map<string, string>()
  let next = `${origin}/login?login_hint=${person.personalCode}&auto=1`
  for (let hops = 0; hops < 12; hops += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    await answer.arrayBuffer()
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', ...value] = (set.split(';')[0] ?? '').split('=')
      cookies.set(name, value.join('='))
    }
    const location = answer.headers.get('location')
    if (location === null) return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    next = new URL(location, next).href
  }
  throw new Error('signing in leads in circles')
}
