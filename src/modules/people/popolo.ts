import type { LocalText } from '#platform/language.ts'
import { peoplePaths } from './paths.ts'
import type { Body, ListedBody, Post } from './queries/bodies.ts'
import type { HeldMembership, Member } from './queries/memberships.ts'
import type { PublicPerson } from './queries/persons.ts'

// Popolo (popoloproject.com): persons, organizations, posts and memberships, as other governments publish them.

function otherNames({ en, ru }: LocalText): { name: string; note: string }[] {
  return [
    ...(en === undefined ? [] : [{ name: en, note: 'en' }]),
    ...(ru === undefined ? [] : [{ name: ru, note: 'ru' }]),
  ]
}

/** Whom a member sits for, or the faction on the day. */
function behalfOf({ behalf, faction }: Member): { name: string } | null {
  const told = behalf ?? faction
  return told === null ? null : { name: told.name.et }
}

export function listedOrganization(body: ListedBody) {
  return {
    id: body.id,
    name: body.name.et,
    other_names: otherNames(body.name),
    identifiers: [{ scheme: 'slug', identifier: body.slug }],
    classification: body.kind,
    dissolution_date: body.dissolvedOn,
    links: [{ url: peoplePaths.body(body.slug), note: 'page' }],
    seats: body.seats,
    people: body.filled,
  }
}

export function organization(body: Body, posts: readonly Post[], members: readonly Member[]) {
  return {
    id: body.id,
    name: body.name.et,
    other_names: otherNames(body.name),
    identifiers: [
      { scheme: 'slug', identifier: body.slug },
      ...(body.registryCode === null ? [] : [{ scheme: 'EE-RIK', identifier: body.registryCode }]),
    ],
    classification: body.kind,
    parent_id: body.parentId,
    area_id: body.settlement?.ehak ?? null,
    description: body.description?.et ?? null,
    founding_date: body.foundedOn,
    dissolution_date: body.dissolvedOn,
    links: [{ url: peoplePaths.body(body.slug), note: 'page' }],
    seats: body.seats,
    posts: posts.map((post) => ({
      id: post.id,
      label: post.title.et,
      organization_id: body.id,
      end_date: post.closedOn,
      seats: post.seats,
    })),
    memberships: members.map((member) => ({
      id: member.id,
      label: null,
      role: posts.find((post) => post.id === member.postId)?.title.et ?? null,
      person: {
        name: `${member.givenName} ${member.familyName}`,
        links: member.slug === null ? [] : [{ url: peoplePaths.person(member.slug), note: 'page' }],
      },
      organization_id: body.id,
      post_id: member.postId,
      on_behalf_of: behalfOf(member),
      start_date: member.fromDate,
      end_date: member.untilDate,
    })),
  }
}

export function publicPerson(person: PublicPerson, memberships: readonly HeldMembership[]) {
  return {
    id: person.id,
    name: `${person.givenName} ${person.familyName}`,
    given_name: person.givenName,
    family_name: person.familyName,
    links: [{ url: peoplePaths.person(person.slug), note: 'page' }],
    memberships: memberships.map(({ body, post, behalf, fromDate, untilDate }) => ({
      role: post?.title.et ?? null,
      organization: { name: body.name.et, links: [{ url: peoplePaths.body(body.slug), note: 'page' }] },
      on_behalf_of: behalf === null ? null : { name: behalf.name.et },
      start_date: fromDate,
      end_date: untilDate,
    })),
  }
}
