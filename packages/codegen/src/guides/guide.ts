import type { Bilingual } from '@topgate/contracts'

/** One piece of a guide, in reading order. In its words, what stands between backticks is code. */
export type GuideBlock =
  | { readonly kind: 'text'; readonly text: Bilingual }
  | { readonly kind: 'list'; readonly items: readonly Bilingual[] }
  /** Commands for a shell in the folder of the project. A test runs them in order. */
  | {
      readonly kind: 'command'
      readonly command: string
      /** Stands in what the command prints, on either stream. */
      readonly prints: string
    }
  /** A whole program for Node. A test runs it. */
  | { readonly kind: 'program'; readonly code: string; readonly prints: string }
  /** The place of the live signing example. */
  | { readonly kind: 'signing-lab' }
  /** The place of the table of every error of the platform. */
  | { readonly kind: 'platform-errors' }

export interface GuideSection {
  readonly title: Bilingual
  readonly blocks: readonly GuideBlock[]
}

/** The place of a section on its page. It says the same in both languages, so that links stay. */
export function anchorOf({ title }: GuideSection): string {
  return title.en.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

export interface Guide {
  /** Its name in addresses. */
  readonly name: string
  readonly title: Bilingual
  /** What the reader has in hand at the end. */
  readonly lead: Bilingual
  readonly sections: readonly GuideSection[]
}

export function section(zh: string, en: string, ...blocks: GuideBlock[]): GuideSection {
  return { title: { zh, en }, blocks }
}

export function say(zh: string, en: string): GuideBlock {
  return { kind: 'text', text: { zh, en } }
}

export function points(...items: readonly (readonly [zh: string, en: string])[]): GuideBlock {
  return { kind: 'list', items: items.map(([zh, en]) => ({ zh, en })) }
}

export function run(command: string, prints: string): GuideBlock {
  return { kind: 'command', command, prints }
}
