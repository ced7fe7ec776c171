import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import {
  type AddressList,
  ConnectionCap,
  createHttpServer,
  type Gateway,
  type HttpServerOptions,
  type HttpTimeouts,
  handleBatch,
  handleCall,
} from '@topgate/gateway'
import { sandboxCaller } from '@topgate/services'
import { isLoopback } from './address-list.ts'
import type { Config } from './config.ts'
import { openConsole } from './console/open-console.ts'
import { type Core, type Overrides, openCore } from './core.ts'
import { drain } from './drain.ts'
import type { Limits } from './limit-settings.ts'
import { addressOf, close, listen } from './listen.ts'
import { isOauthAddress, openOauth } from './oauth/open-oauth.ts'
import { type OpenGateway, openGateway } from './open-gateway.ts'
import { createOperatorServer, serveHealth } from './operator-server.ts'
import { listenForOwner } from './owner/control-server.ts'
import { type OwnerOrder, ownerAnswerOf, ownerCall, refusal } from './owner/owner-call.ts'
import { type Assets, bundleAssets } from './site/assets.ts'
import { DocsLibrary } from './site/docs-library.ts'
import { createDocsSite } from './site/docs-site.ts'
import type { Site } from './site/site.ts'
import { sourceOf } from './source-of.ts'
import { nodeFigures, nodeStatus } from './status/node-status.ts'
import { findWhy, type Why } from './why/find-why.ts'

export interface RunningServer {
  /** Address of the gateway, such as `http://127.0.0.1:8080`. */
  readonly url: string
  readonly operatorUrl: string
  /** Who has it may set the first password of the console; null when there is one. */
  readonly setUpCode: string | null
  /** Drains and stops. Resolves when everything acknowledged is stored and all is closed. */
  stop(): Promise<void>
}

/** Operators are on the machine itself, or come through its shell. */
const OPERATOR_HOST = '127.0.0.1'

/** Opens the store, wires the parts and listens. Throws a `StartRefusal` that says what to do. */
export async function startServer(
  config: Config,
  overrides: Overrides = {},
): Promise<RunningServer> {
  const core = await openCore(config, overrides)
  const open = openGateway(core, overrides)
  const assets = bundleAssets()
  const status = () => nodeStatus(core, open.gateway.inFlight.calls())
  const console = await openConsole(core, assets, status)
  const server = createPartnerServer(core, open.gateway, overrides, {
    docs: await openDocs(core, open.gateway, assets),
    oauth: await openOauth(core, open.gateway, assets),
  })
  const operators = createOperatorServer({
    health: core.health,
    console: console.site,
    status,
    metrics: async () => core.metrics.text(nodeFigures(await status())),
  })
  let control: { close(): unknown } | undefined
  const closeParts = async () => {
    control?.close()
    await open.close()
    await core.close()
  }
  try {
    await listen(server, config.port, config.host)
    await listen(operators, config.adminPort, OPERATOR_HOST)
    if (config.databaseUrl === null) {
      control = await listenForOwner(config.dataDir, (order) => runOrder(core, open, order))
    }
  } catch (error) {
    await close(server)
    await closeParts()
    throw error
  }
  let stopping: Promise<void> | undefined
  return {
    url: addressOf(server, config.host),
    operatorUrl: addressOf(operators, OPERATOR_HOST),
    setUpCode: console.setUpCode,
    stop: () => {
      stopping ??= drain(core, [server, operators]).then(closeParts)
      return stopping
    },
  }
}

function openDocs(core: Core, { ports }: Gateway, assets: Assets): Promise<Site> {
  const { config, log, nowMs } = core
  return createDocsSite({
    assets,
    library: new DocsLibrary(config.dataDir, ports.elapsedMs),
    sandboxCaller: config.mode === 'sandbox' ? sandboxCaller : null,
    findWhy: config.mode === 'sandbox' ? (id) => findFreshWhy(core, id) : null,
    digests: ports.digests,
    nowMs,
    onDefect: (error) => log.report('error', 'defect of a page', { error }),
  })
}

interface PartnerSites {
  readonly docs: Site
  readonly oauth: Site
}

/** Also of a call that was answered a moment ago. */
async function findFreshWhy(core: Core, requestId: string): Promise<Why | undefined> {
  await core.saveNotes()
  return findWhy(core.store.reader, core.config.mode, requestId)
}

/** The listener for partners, developers and users: calls, health, documentation, OAuth. */
function createPartnerServer(
  { config, health }: Core,
  gateway: Gateway,
  { peerOf, timeouts }: Overrides,
  sites: PartnerSites,
): Server {
  const server = createHttpServer({
    ...(peerOf === undefined ? {} : { peerOf }),
    timeouts: timeouts ?? timeoutsOf(config.limits),
    limits: config.limits,
    handle: proxied(config.trustedProxies, (call) => handleCall(call, gateway)),
    handleBatch: proxied(config.trustedProxies, (call) => handleBatch(call, gateway)),
    serveOther: (request, response) => {
      if (serveHealth(request, response, health)) return true
      return servePages(request, response, sites, health.isDraining())
    },
    isClosing: () => health.isDraining(),
  })
  const cap = new ConnectionCap(
    config.limits.connectionsPerAddressMax,
    (address) => isLoopback(address) || config.trustedProxies?.holds(address) === true,
  )
  server.prependListener('connection', (socket: Socket) => {
    // When nothing goes any more, whoever comes new would only wait.
    if (gateway.ports.load.isClosed || !cap.accepts(socket)) socket.destroy()
  })
  return server
}

function timeoutsOf(limits: Limits): HttpTimeouts {
  return {
    headersMs: limits.headersMsMax,
    requestMs: limits.requestMsMax,
    sweepMs: limits.sweepMs,
    keepAliveMs: limits.keepAliveMsMax,
    stalledMs: limits.stalledMsMax,
  }
}

/** Behind proxies of ours a call comes from where they say. */
function proxied(
  proxies: AddressList | null,
  handle: HttpServerOptions['handle'],
): HttpServerOptions['handle'] {
  if (proxies === null) return handle
  return (call) => handle({ ...call, peer: sourceOf(call.peer, call.headers, proxies) })
}

/** Nothing below it is ever a page. */
const ROUTER_FOLDER = '/router/'

/** False for an address of the gateway itself. */
function servePages(
  request: IncomingMessage,
  response: ServerResponse,
  { docs, oauth }: PartnerSites,
  isClosing: boolean,
): boolean {
  const { url = '' } = request
  if (url.startsWith(ROUTER_FOLDER)) return false
  if (isClosing) response.setHeader('Connection', 'close')
  const site = isOauthAddress(url) ? oauth : docs
  site.serve(request, response)
  return true
}

/** What the command line asks of a server that holds the data directory. */
async function runOrder(core: Core, open: OpenGateway, order: OwnerOrder) {
  const call = ownerCall(order, core.config.mode, core.nextId(), core.nowMs())
  if (call === undefined) return refusal(`There is no operation ${order.operation}.`)
  const outcome = await core.queue.submit(call)
  await open.forget()
  return ownerAnswerOf(outcome)
}
