import type { SignMethod } from '@topgate/protocol'
import { isSignMethod } from '@topgate/protocol'

export type AnswerChoice = 'json' | 'simplified' | 'xml'

/** What the form says at the moment of sending. */
export interface ToolInput {
  readonly appKey: string
  readonly secret: string
  readonly session: string
  readonly signMethod: SignMethod
  readonly answer: AnswerChoice
  /** By dotted path; empty ones are not sent. */
  readonly values: ReadonlyMap<string, string>
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export function readForm(): ToolInput {
  const signMethod = textOf('sign-method')
  const answer = textOf('answer-form')
  return {
    appKey: textOf('app-key').trim(),
    secret: textOf('app-secret'),
    session: textOf('session').trim(),
    signMethod: isSignMethod(signMethod) ? signMethod : 'hmac-sha256',
    answer: answer === 'xml' || answer === 'simplified' ? answer : 'json',
    values: new Map(controls().map((control) => [control.dataset.path ?? '', control.value])),
  }
}

/** A link that fills in the same call; neither secret nor session is part of it. */
export function linkOf(input: ToolInput): string {
  const parts = new URLSearchParams({
    app_key: input.appKey,
    sign_method: input.signMethod,
    answer: input.answer,
  })
  for (const [path, value] of input.values) parts.set(`p.${path}`, value)
  const url = new URL(location.href)
  // Behind the #, so that values are never sent to a server or written to its log.
  url.hash = parts.toString()
  return url.href
}

/** Fills in what such a link says. */
export function fillFromLink(): void {
  const parts = new URLSearchParams(location.hash.slice(1))
  if (parts.size === 0) return
  setText('app-key', parts.get('app_key'))
  setText('sign-method', parts.get('sign_method'))
  setText('answer-form', parts.get('answer'))
  for (const control of controls()) {
    const value = parts.get(`p.${control.dataset.path}`)
    if (value !== null) control.value = value
  }
}

function controls(): Control[] {
  return [...document.querySelectorAll<Control>('.tool-form [data-path]')]
}

function textOf(id: string): string {
  const control = document.getElementById(id)
  return isControl(control) ? control.value : ''
}

function setText(id: string, value: string | null): void {
  const control = document.getElementById(id)
  if (value !== null && isControl(control)) control.value = value
}

function isControl(element: HTMLElement | null): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  )
}
