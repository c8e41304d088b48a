/** The one form of a list's search box and its filter, which stand apart on the page. */
export const FINDER_FORM = 'finder'
