const FRAME =
  'header, aside, .breadcrumb, .breadcrumbs, .share, .social, .related, .sidebar, .menu, .comments, #comments, .comment-respond, .pagination, [role=navigation], [role=complementary], [hidden], [aria-hidden=true]'
const LIKELY =
  'article, main, [role=main], [itemprop=articleBody], .entry-content, .post-content, .article-content, .news-detail, .detail-content, #content, .content, .detail'
// A part with less of the page's text than this is not its main part.
const LEAST_SHARE = 0.5

/** The element that holds a page's article; the whole body when no part of it stands out. */
export function mainContent(document: Document): Element {
  const parts = [...document.querySelectorAll(LIKELY)]
  for (const element of document.body.querySelectorAll(FRAME)) {
    if (!holdsMost(element, document.body)) element.remove()
  }
  const large = parts.filter((part) => part.isConnected && holdsMost(part, document.body))
  // The smallest part that still holds most of the text is the closest to the article.
  const best = large.toSorted((a, b) => textLength(a) - textLength(b))[0]
  return best ?? document.body
}

function holdsMost(element: Element, whole: Element): boolean {
  return textLength(element) >= textLength(whole) * LEAST_SHARE
}

function textLength(element: Element): number {
  return (element.textContent ?? '').replace(/\s+/gu, ' ').length
}
