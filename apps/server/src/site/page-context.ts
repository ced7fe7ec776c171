import { type Language, type PageContext, readLanguage } from '@topgate/web'
import type { FastifyRequest } from 'fastify'
import type { Assets } from './assets.ts'

/** What a page knows of its request; undefined when the address asks for an unknown language. */
export function readContext(request: FastifyRequest, assets: Assets): PageContext | undefined {
  const language = readLanguage(queryText(request, 'lang'))
  return language === undefined ? undefined : { ...fallbackContext(request, assets), language }
}

/** The same in the default language. */
export function fallbackContext(request: FastifyRequest, assets: Assets): PageContext {
  return { language: 'zh', address: request.url, asset: (name) => assets.addressOf(name) }
}

/** A parameter of the query; the first one when it stands there more than once. */
export function queryText(request: FastifyRequest, name: string): string | undefined {
  const { query } = request
  if (typeof query !== 'object' || query === null) return undefined
  const value = (query as Readonly<Record<string, unknown>>)[name]
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : undefined
}

/** The language of an answer that is no page: Chinese where it asks for one that we do not speak. */
export function languageOf(request: FastifyRequest): Language {
  return readLanguage(queryText(request, 'lang')) ?? 'zh'
}

/** The name by which the visitor reached us; a strange one is not repeated into a command. */
export function hostOf({ headers }: FastifyRequest): string {
  const host = headers.host ?? ''
  return /^[A-Za-z0-9.-]+(?::[0-9]{1,5})?$|^\[[0-9a-f:]+\](?::[0-9]{1,5})?$/.test(host)
    ? host
    : '127.0.0.1:8080'
}
