import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { jobWork } from '#modules/files/testing.ts'
import { eventsOf } from '#test/events.ts'
