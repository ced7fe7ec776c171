import type { RunningServer } from '@topgate/server'

type ConsoleServer = Pick<RunningServer, 'operatorUrl' | 'setUpCode'>

export const PASSWORD = 'correct horse battery'

export interface ConsoleReply {
  readonly status: number
  readonly location: string | null
  readonly headers: Headers
  readonly body: string
}

/** A browser without a window: keeps the cookie, sends forms as its pages have them. */
export class ConsoleClient {
  readonly #server: ConsoleServer
  cookie = ''

  constructor(server: ConsoleServer) {
    this.#server = server
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<ConsoleReply> {
    return this.#send(path, { headers })
  }

  /** As a page of the console would send it, unless `headers` say otherwise. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ConsoleReply> {
    return this.#send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: this.#server.operatorUrl, ...headers },
    })
  }

  /** Sends a form of a page that is open, with the token of its session. */
  async submit(path: string, fields: Readonly<Record<string, string>>): Promise<ConsoleReply> {
    return this.post(path, { form_token: await this.formToken(), ...fields })
  }

  async formToken(): Promise<string> {
    const { body } = await this.get('/console/find')
    return /name="form_token" value="([^"]+)"/.exec(body)?.[1] ?? ''
  }

  setUp(password = PASSWORD): Promise<ConsoleReply> {
    return this.post('/console/setup', { code: this.#server.setUpCode ?? '', password })
  }

  logIn(password = PASSWORD): Promise<ConsoleReply> {
    return this.post('/console/login', { password })
  }

  async #send(path: string, init: RequestInit): Promise<ConsoleReply> {
    const headers = new Headers(init.headers)
    if (this.cookie !== '') headers.set('cookie', this.cookie)
    const url = this.#server.operatorUrl + path
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    const cookie = response.headers.get('set-cookie')?.split(';')[0]
    if (cookie !== undefined) this.cookie = cookie
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      body: await response.text(),
    }
  }
}
