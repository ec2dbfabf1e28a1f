import type { Http2Bindings, HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { ServerResponse } from 'node:http'
import type { WebContext } from './http.ts'

/** An answer that stays open. What a reader who does not keep up is owed is for whoever sends to judge. */
export type Push = {
  send(bytes: Uint8Array): void
  end(): void
  /** How much has been sent and not been taken yet. */
  owed(): number
}
/** Begins to send; gives what is to be done once the reader has gone. */
export type OpenPush = (push: Push) => () => void

const waiting = new WeakMap<object, OpenPush>()

/**
 * Answers with what `open` sends, for as long as both stay. Where Node's own response is at hand it is written to that
 * (`takePushes`): a web stream in between takes half as much memory again for each of thousands who watch.
 */
export function answerPush(c: WebContext, headers: Readonly<Record<string, string>>, open: OpenPush): Response {
  const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>
  if (outgoing === undefined) return c.body(streamOf(open), 200, headers)
  waiting.set(outgoing, open)
  return c.body(null, 200, headers)
}

type Fetch = (request: Request, env: HttpBindings | Http2Bindings) => Response | Promise<Response>

/** Around the whole house: once an answer has all its headers, what it has to push goes on Node's own response. */
export const takePushes =
  (fetch: Fetch): Fetch =>
  async (request, env) => {
    const response = await fetch(request, env)
    const open = waiting.get(env.outgoing)
    if (open === undefined || !(env.outgoing instanceof ServerResponse)) return response
    waiting.delete(env.outgoing)
    env.outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    pushOn(env.outgoing, open)
    return RESPONSE_ALREADY_SENT
  }

function pushOn(response: ServerResponse, open: OpenPush): void {
  // Whoever has gone before the first word never closes again.
  if (response.destroyed) return
  const leave = open({
    send: (bytes) => void response.write(bytes),
    end: () => void response.end(),
    owed: () => response.writableLength,
  })
  response.once('close', leave)
}

function streamOf(open: OpenPush): ReadableStream {
  let leave: (() => void) | undefined
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const end = () => {
          leave?.()
          try {
            controller.close()
          } catch {
            // The reader has gone already.
          }
        }
        const owed = () => -Math.min(0, controller.desiredSize ?? 0)
        leave = open({ send: (bytes) => controller.enqueue(bytes), end, owed })
      },
      cancel: () => leave?.(),
    },
    { highWaterMark: 0, size: (bytes) => bytes.byteLength },
  )
}
