import { installCopyButtons } from './copy.ts'
import { installSearch } from './search.ts'
import { installThemeSwitch } from './theme-switch.ts'

/** The island of every page. */
installCopyButtons()
installThemeSwitch()
installSearch()
