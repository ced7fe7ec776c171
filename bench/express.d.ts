/** The part of express 5 that the peer server uses; the package brings no types. */
declare module 'express' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

  interface Request extends IncomingMessage {
    readonly body: unknown
  }
  interface Response extends ServerResponse {
    type(contentType: string): Response
    send(body: string): Response
  }
  type Handler = (request: Request, response: Response, next: () => void) => void
  interface Express extends RequestListener {
    use(handler: Handler): Express
    post(path: string, handler: Handler): Express
  }
  function express(): Express
  namespace express {
    function urlencoded(options: { extended: boolean; limit?: string }): Handler
  }
  export default express
}
