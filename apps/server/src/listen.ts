import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { StartRefusal } from '@topgate/storage'

const BACKLOG = 256

/** Throws a `StartRefusal` that says what to do when the port is taken. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE'
      reject(
        new StartRefusal(
          inUse
            ? `Port ${port} on ${host} is in use. Stop the other program, or choose another ` +
                'port with TOPGATE_PORT and TOPGATE_ADMIN_PORT.'
            : `Cannot listen on ${host}:${port}: ${error.message}`,
        ),
      )
    })
    server.listen({ port, host, backlog: BACKLOG }, resolve)
  })
}

/** Resolves when the last connection is gone. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

/** The same, but idle connections stay: the HTTP server of the runtime would close them at once. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => NetServer.prototype.close.call(server, () => resolve()))
}

export function addressOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Never keeps the process: while it waits, open sockets do. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
