/** Runs before the first paint, so that a chosen theme never flashes the other one. */
const THEME_KEY = 'topgate-theme'

try {
  const chosen = localStorage.getItem(THEME_KEY)
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen
} catch {
  // Storage may be forbidden; the system's theme then stands.
}
