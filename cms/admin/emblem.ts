/** The portal's mark, drawn for it: a seal with a star. The centre's own emblem is a site setting. */
const SEAL =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><circle cx="60" cy="60" r="56" fill="#0c4a4b"/><circle cx="60" cy="60" r="48" fill="none" stroke="#f0b429" stroke-width="3" stroke-dasharray="6 4"/><path d="M60 24l8.1 24.9h26.1L73.1 64.2l8 24.8L60 73.7 38.9 89l8-24.8-21.1-15.3h26.1z" fill="#f0b429"/></svg>'

/** The mark as a data address, for the browser's tab and for pictures in the admin. */
export const emblemDataUrl = `data:image/svg+xml,${encodeURIComponent(SEAL)}`
