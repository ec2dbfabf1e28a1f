import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { inTransaction, keepCalendar, system } from '#platform/context.ts'
import { openEmbedded, openPostgres, type OpenDatabase } from '#platform/database.ts'
import { openSession } from '#platform/identity/sessions.ts'
import { cookieName } from '#platform/web/open-request.ts'
import { readState } from '../../src/modules/meetings/read-state.ts'
import { writeEvents, writeOpenVote, writeSitting } from '../../src/modules/meetings/testing.ts'
import { testDatabaseUrl } from '../database.ts'
import { startProcess } from '../process.ts'
import { sitesDirectory } from '../server.ts'

const rounds = 3
const seats = 19
const host = 'localhost'
const choices = ['for', 'against', 'abstained'] as const
type Choice = (typeof choices)[number]

/** What a member was told, and what they sent last without hearing back. */
type Member = { personId: string; cookie: string; acknowledged: Choice | null; sent: Choice | null }

/** All members vote and change their minds again and again until the process dies under them. */
async function voteUntilDead(
  { port, number, vote, onItem }: { port: number; number: number; vote: string; onItem: string },
  members: readonly Member[],
  heard: (personId: string) => void,
) {
  const ask = async (member: Member) => {
    for (let turn = 0; ; turn += 1) {
      const choice = choices[(turn + Math.floor(Math.random() * 3)) % 3]!
      member.sent = choice
      const answer = await fetch(`http://${host}:${port}/istungid/${number}/osalen`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: member.cookie, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ step: 'cast', vote, choice, onItem }),
      })
      await answer.arrayBuffer()
      expect(answer.status).toBe(303)
      member.acknowledged = choice
      heard(member.personId)
    }
  }
  await Promise.allSettled(members.map(ask))
}

async function run(variables: Record<string, string>, open: () => Promise<OpenDatabase>): Promise<void> {
  const name = cookieName(readConfig({ ...variables }), 'session')
  const inDatabase = async <T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> => {
    const database = await open()
    keepCalendar(database.db, 'Europe/Tallinn')
    const result = await work(database)
    await database.close()
    return result
  }
  const as = ({ db }: OpenDatabase) => ({ db, actor: system, now: new Date() })
  await (await startProcess(variables)).stop()
  const sitting = await inDatabase((database) =>
    inTransaction(as(database), async (ctx) => {
      const { id, number, persons, itemId } = await writeSitting(ctx, seats)
      const members: Member[] = []
      for (const personId of persons) {
        const token = await openSession(ctx, personId, { method: 'test', device: 'test' })
        members.push({ personId, cookie: `${name}=${token}`, acknowledged: null, sent: null })
      }
      return { id, number, members, itemId, voteId: await writeOpenVote(ctx, id, itemId) }
    }),
  )
  const { id, number, members, itemId, voteId } = sitting
  for (let round = 0; round < rounds; round += 1) {
    const server = await startProcess(variables)
    const { promise: underWay, resolve: begin } = Promise.withResolvers<void>()
    const acknowledged = new Set<string>()
    // Everybody has been told once; then the death comes among their second thoughts.
    const heard = (personId: string) => acknowledged.add(personId).size === seats && begin()
    const voting = voteUntilDead({ port: server.port, number, vote: voteId, onItem: itemId }, members, heard)
    await Promise.race([underWay, voting])
    await new Promise((fulfil) => setTimeout(fulfil, Math.random() * 400))
    await server.kill()
    await voting
    const state = await inDatabase(({ db }) => readState(db, id))
    const vote = state!.votes.get(voteId)!
    expect(vote.state).toBe('open')
    for (const member of members) {
      const kept = vote.ballots.get(member.personId)?.choice ?? null
      // What was acknowledged stands, or what was sent after it and written before the death; nothing else.
      expect([member.acknowledged, member.sent]).toContain(kept)
      member.acknowledged = kept
    }
    expect(state!.disregarded).toEqual([])
  }
  expect(members.every(({ acknowledged }) => acknowledged !== null)).toBe(true)
  // Sessions live on, screens come back to the same vote, and it is closed with exactly what stood.
  const last = await startProcess(variables)
  const screen = await fetch(`http://${host}:${last.port}/istungid/${number}/osalen`, {
    headers: { cookie: members[0]!.cookie },
  })
  expect([screen.status, (await screen.text()).includes(voteId)]).toEqual([200, true])
  await last.stop()
  const counts = await inDatabase(async (database) => {
    await writeEvents(as(database), id, [{ kind: 'vote-closed', voteId }])
    return (await readState(database.db, id))!.votes.get(voteId)!.counts!
  })
  const said = (choice: Choice) => members.filter(({ acknowledged }) => acknowledged === choice).length
  expect([counts.for, counts.against, counts.abstained]).toEqual(choices.map(said))
}

describe(`a process that is killed ${rounds} times in the middle of a vote`, () => {
  it('keeps every ballot it had acknowledged on the embedded database', { timeout: 240_000 }, async () => {
    const AVAVALD_DATA = mkdtempSync(join(tmpdir(), 'avavald-vote-'))
    const AVAVALD_SITES = sitesDirectory({ joelahtme: { host } })
    await run({ AVAVALD_DATA, AVAVALD_SITES }, () => openEmbedded(join(AVAVALD_DATA, 'joelahtme', 'database')))
  })

  it('keeps every ballot it had acknowledged on PostgreSQL', { timeout: 240_000 }, async () => {
    const name = `vote_killed_${process.pid}`
    const client = new pg.Client({ connectionString: inject('postgresUrl') })
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    const DATABASE_URL = testDatabaseUrl(name)
    const AVAVALD_DATA = mkdtempSync(join(tmpdir(), 'avavald-vote-'))
    const AVAVALD_SITES = sitesDirectory({ joelahtme: { host } })
    await run({ AVAVALD_DATA, AVAVALD_SITES, DATABASE_URL }, async () => openPostgres(DATABASE_URL, 2))
  })
})
