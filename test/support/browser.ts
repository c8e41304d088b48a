import { findProgram, isProgram } from './programs.ts'

/** What to tell a person whose machine has none. */
export const HOW_TO_GET_BROWSER =
  'Browser tests need Chromium or Chrome: install one (Debian: sudo apt-get install chromium), ' +
  'or set CHROME_PATH to its program.'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]

const PLACES = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

/** The program of the Chromium or Chrome of this machine; `null` where there is none. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.CHROME_PATH) return isProgram(env.CHROME_PATH) ? env.CHROME_PATH : null
  return findProgram(NAMES, env) ?? PLACES.find(isProgram) ?? null
}
