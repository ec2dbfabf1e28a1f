import type pg from 'pg'

export type TableShape = { name: string; columns: readonly string[] }

/** The site's own tables with the columns that are written (generated ones are made by the database). */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
      and table_name <> 'platform_migrations'
    group by table_name order by table_name`)
  return rows
}

export type ForeignKey = { table: string; name: string; definition: string }

export async function listForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`)
  return rows
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
