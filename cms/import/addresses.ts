const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|zip|rar|7z)$/iu
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]+/giu

/** The address when it leads to a document file, else `null`. */
export function fileAddress(address: string): string | null {
  const parsed = URL.parse(address)
  if (!parsed) return null
  const isFile =
    FILE.test(parsed.pathname) ||
    [...parsed.searchParams.values()].some((value) => FILE.test(value))
  return isFile ? address : null
}

/** All web addresses written in a text, without the marks of the sentence around them. */
export function findAddresses(text: string): string[] {
  return (text.match(ADDRESS) ?? []).map((address) => {
    const trimmed = address.replace(/[.,;:!?)\]”’]+$/u, '')
    return trimmed.startsWith('www.') ? `http://${trimmed}` : trimmed
  })
}
