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

/** Numbered columns go on after the greatest number there is. */
export async function continueNumbers(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select table_name as table, column_name as column,
      pg_get_serial_sequence(format('public.%I', table_name), column_name) as sequence
    from information_schema.columns
    where table_schema = 'public' and (is_identity = 'YES' or column_default like 'nextval(%')`)
  for (const { table, column, sequence } of rows) {
    const greatest = `select max(${quoted(column)}) as n from ${quoted(table)}`
    await client.query(`select setval($1, coalesce(n, 1), n is not null) from (${greatest}) numbered`, [sequence])
  }
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
