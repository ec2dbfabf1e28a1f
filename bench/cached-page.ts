import { spawn } from 'node:child_process'
import { mkdtempSync, mkdirSync, writeFileSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compare, load, report, round, serve } from './measuring.ts'

/** The plan from memory against nginx with one worker serving the same bytes under the same headers. */
export async function cachedPage(): Promise<void> {
  const ours = await serve({})
  const url = `http://localhost:${ours.port}/tegevuskava`
  const rows = []
  for (const [encoding, connections] of [
    ['br', 32],
    ['br', 128],
    ['gzip', 32],
  ] as const) {
    const answer = await fetch(url, { headers: { 'accept-encoding': encoding } })
    await answer.arrayBuffer()
    const raw = await rawBody(ours.port, encoding)
    const nginx = await serveByNginx(raw, answer.headers)
    const accept = [`accept-encoding: ${encoding}`]
    const result = await compare(
      () => load(url, 3, connections, accept),
      () => load(`http://localhost:${nginx.port}/tegevuskava`, 3, connections, accept),
    )
    nginx.stop()
    rows.push({
      what: `/tegevuskava from memory, ${encoding}, ${connections} connections`,
      measured: round(result.ratio),
      unit: 'of nginx',
      reference: `${round(result.ours, 0)} against ${round(result.theirs, 0)} requests/s, ${raw.length} bytes`,
      bound: 'at least 0.7',
      holds: result.ratio >= 0.7,
    })
  }
  await ours.stop()
  report('cached-page', rows)
}

async function rawBody(port: number, encoding: string): Promise<Buffer> {
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    get({ port, path: '/tegevuskava', headers: { 'accept-encoding': encoding } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve(Buffer.concat(chunks)))
    }).on('error', reject)
  })
}

async function serveByNginx(body: Buffer, headers: Headers): Promise<{ port: number; stop(): void }> {
  const directory = mkdtempSync(join(tmpdir(), 'avavald-nginx-'))
  chmodSync(directory, 0o755)
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  mkdirSync(join(directory, 'root'))
  writeFileSync(join(directory, 'root', 'tegevuskava'), body)
  const same = [
    'cache-control',
    'content-security-policy',
    'vary',
    'x-content-type-options',
    'referrer-policy',
    'permissions-policy',
  ]
  const added = same.map((name) => `add_header ${name} "${headers.get(name) ?? ''}";`).join('\n')
  const encoding = headers.get('content-encoding')
  writeFileSync(
    join(directory, 'nginx.conf'),
    `worker_processes 1; daemon off; pid ${directory}/pid; error_log ${directory}/error.log;
    events { worker_connections 1024; }
    http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=100;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${directory}/t;`).join(' ')}
      server { listen 127.0.0.1:${port}; listen [::1]:${port}; root ${directory}/root; default_type "text/html; charset=utf-8";
        ${encoding === null ? '' : `add_header Content-Encoding ${encoding};`} ${added} } }`,
  )
  const nginx = spawn('nginx', ['-c', join(directory, 'nginx.conf'), '-p', directory], { stdio: 'ignore' })
  await new Promise((resolve) => setTimeout(resolve, 800))
  return { port, stop: () => void nginx.kill('SIGTERM') }
}
