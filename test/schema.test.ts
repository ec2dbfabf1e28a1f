import { generate, PostgresDialect, RawExpressionNode } from 'kysely-codegen'
import { expect, it } from 'vitest'
import { freshDatabase } from './database.ts'

const localText = new Set([
  'name',
  'title',
  'text',
  'description',
  'introduction',
  'fulfilment',
  'answer',
  'label',
  'summary',
  'keywords',
  'notice',
  'category_name',
])

it('keeps the table types equal to the migrated database (npm run schema writes them)', async () => {
  const { db } = await freshDatabase()
  const tables = await db.introspection.getTables()
  const columns = Object.fromEntries(
    tables.flatMap((table) =>
      table.columns
        .filter((column) => column.dataType === 'jsonb' && localText.has(column.name))
        .map((column) => [
          `${table.name}.${column.name}`,
          new RawExpressionNode(
            column.isNullable
              ? 'ColumnType<LocalText | null, string | null, string | null>'
              : 'ColumnType<LocalText, string, string>',
          ),
        ]),
    ),
  )
  const source = await generate({
    db,
    dialect: new PostgresDialect(),
    includePattern: 'public.*',
    defaultSchemas: ['public'],
    print: false,
    singularize: false,
    typeMapping: { date: 'string', int8: 'number' },
    overrides: { columns },
    outFile: null,
  })
  const withImport = source.replace('import type', "import type { LocalText } from './language.ts';\nimport type")
  await expect(withImport).toMatchFileSnapshot('../src/platform/schema.ts')
})
