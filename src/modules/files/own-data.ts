import { personOf } from '#platform/context.ts'
import type { OwnData } from '#platform/own-data.ts'
import { listFilesSentBy, lockFiles } from './queries/files.ts'
import { removeFile } from './remove-file.ts'

const kept = {
  what: { et: 'Lisatud failid', en: 'Files that you added', ru: 'Приложенные файлы' },
  why: {
    et: 'Need kuuluvad avalduse, teate või tõendi juurde ja säilivad koos sellega.',
    en: 'They belong to an application, a report or evidence and are kept with it.',
    ru: 'Они относятся к заявлению, сообщению или подтверждению и хранятся вместе с ним.',
  },
}

/** What a person has sent: listed, and let go where it belongs to nothing. */
export const ownFiles: OwnData = {
  takeOut: async (ctx) => {
    const files = await listFilesSentBy(ctx.db, personOf(ctx.actor))
    const rows = files.map(({ id, name, kind, size, hash, state, uploadedAt, attachedTo, keepUntil, removedAt }) => ({
      id,
      name,
      kind,
      size,
      hash,
      state,
      uploadedAt,
      attachedTo,
      keepUntil,
      removedAt,
    }))
    return { files: rows }
  },
  takeOutFiles: async (ctx, store) => {
    const files = await listFilesSentBy(ctx.db, personOf(ctx.actor))
    return files
      .filter(({ state, hash }) => state === 'checked' && hash !== null)
      .map(({ name, hash }) => ({ name, content: () => store.open(hash!) }))
  },
  forget: async (ctx) => {
    const files = await listFilesSentBy(ctx.db, personOf(ctx.actor))
    const loose = files.filter(({ attachedTo }) => attachedTo === null).map(({ id }) => id)
    // All are locked before the first removal is recorded: whoever checks one of them records while holding it.
    for (const { id } of await lockFiles(ctx.db, loose)) await removeFile(ctx, id, 'person')
    return files.some(({ attachedTo, removedAt }) => attachedTo !== null && removedAt === null) ? [kept] : []
  },
}
