import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './postgres.ts'

export type Proxy = { port: number; kind: 'nginx' | 'stand-in'; stop(): void }

/** Debian's nginx in front of several processes, turn by turn; where there is no nginx, a stand-in that does the same. */
export async function startProxy(ports: readonly number[]): Promise<Proxy> {
  const port = await freePort()
  return existsSync('/usr/sbin/nginx') ? startNginx(port, ports) : startStandIn(port, ports)
}

async function startNginx(port: number, ports: readonly number[]): Promise<Proxy> {
  const directory = mkdtempSync(join(tmpdir(), 'avavald-nginx-'))
  chmodSync(directory, 0o755)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${directory}/${kind};`)
    .join(' ')
  writeFileSync(
    join(directory, 'nginx.conf'),
    `worker_processes 1; daemon off; pid ${directory}/pid; error_log ${directory}/error.log;
    events { worker_connections 512; }
    http { access_log off; ${temporary}
      upstream avavald { ${ports.map((one) => `server 127.0.0.1:${one};`).join(' ')} keepalive 16; }
      server { listen 127.0.0.1:${port}; client_max_body_size 30m;
        location / { proxy_pass http://avavald; proxy_http_version 1.1; proxy_set_header Connection "";
          proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; } } }`,
  )
  const nginx = spawn('/usr/sbin/nginx', ['-c', join(directory, 'nginx.conf'), '-p', directory], { stdio: 'ignore' })
  for (let tries = 0; tries < 100; tries += 1) {
    if (await answers(port)) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { port, kind: 'nginx', stop: () => void nginx.kill('SIGTERM') }
}

function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  )
}

async function startStandIn(port: number, ports: readonly number[]): Promise<Proxy> {
  let turn = 0
  const server = createServer((incoming, outgoing) => {
    turn += 1
    const to = ports[turn % ports.length]!
    const headers = { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' }
    const { url, method } = incoming
    const onward = request({ host: '127.0.0.1', port: to, path: url, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.writeHead(502).end())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { port, kind: 'stand-in', stop: () => void server.close() }
}
