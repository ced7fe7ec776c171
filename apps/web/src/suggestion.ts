/** One line of what a search has found. */
export interface SearchSuggestion {
  readonly href: string
  readonly name: string
  readonly title: string
  /** Where the words were found, such as `字段 event_id`, if that is no matter of course. */
  readonly where: string
}

export type SearchKind = 'apis' | 'guides' | 'errors'

/** What was found of one kind, the best first: a part of the list below the search box. */
export interface SearchGroup {
  readonly kind: SearchKind
  readonly label: string
  readonly total: number
  readonly suggestions: readonly SearchSuggestion[]
}
