const THEME_KEY = 'topgate-theme'

/** The button that changes to the other theme and remembers the choice in this browser. */
export function installThemeSwitch(): void {
  document.querySelector('[data-theme-switch]')?.addEventListener('click', () => {
    const next = isDark() ? 'light' : 'dark'
    document.documentElement.dataset.theme = next
    try {
      localStorage.setItem(THEME_KEY, next)
    } catch {
      // Storage may be forbidden; the choice then lasts for this page.
    }
  })
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme
  if (chosen !== undefined) return chosen === 'dark'
  return matchMedia('(prefers-color-scheme: dark)').matches
}
