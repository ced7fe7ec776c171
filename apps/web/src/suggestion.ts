/** One line of the list that opens below the search box. */
export interface SearchSuggestion {
  readonly href: string
  readonly name: string
  readonly title: string
  /** Where the words were found, such as `字段 event_id`. */
  readonly where: string
}
