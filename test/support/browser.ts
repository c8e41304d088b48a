import { existsSync } from 'node:fs'

/** What to tell a person whose machine has none. */
export const HOW_TO_GET_BROWSER =
  'Browser tests need Chromium or Chrome: install one (Debian: apt-get install chromium), or set CHROME_PATH.'

/** The program of the Chromium or Chrome of this machine; `null` where there is none. */
export function findBrowser(): string | null {
  const places = [process.env.CHROME_PATH ?? '', ...PLACES]
  return places.find((path) => path !== '' && existsSync(path)) ?? null
}

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]
