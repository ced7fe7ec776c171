import type { Server } from 'node:http'

/** What a bare server answers: the answer of Topgate to a charity call, byte for byte as long. */
export const CONSTANT_ANSWER =
  '{"alibaba_charity_useraction_sync_response":{"result":{"msg":"成功","code":200,"data":' +
  '{"event_id":"EVENT_0123456789abcdef01234567","charity_hours":"0.1"},"success":true},' +
  '"request_id":"0k5xq3v9a1b2c"}}'

/** Listens on a free port, says so to the benchmark, and ends with it or when it says stop. */
export function serveBenchmark(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object' && address !== null) ready(address.port)
  })
  onStop(() => {
    server.close(() => process.exit(0))
    server.closeAllConnections()
  })
}

export function ready(port: number): void {
  process.send?.({ port })
}

/** Also when the benchmark itself has ended, however it did. */
export function onStop(stop: () => void): void {
  process.on('message', (message) => {
    if (message === 'stop') stop()
  })
  process.on('disconnect', stop)
  // Ctrl-C reaches the whole group of processes; the benchmark decides when its servers end.
  process.on('SIGINT', () => {})
}
