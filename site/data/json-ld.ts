import { ROUTES } from '#shared/routes.ts'
import { toMachineMoment } from '#shared/vietnamese/dates.ts'
import { absoluteUrl } from './addresses.ts'
import type { Centre } from './site-settings.ts'

/** A schema.org object without `@context`; the layout adds it and makes it safe to stand in a page. */
export type JsonLd = Readonly<Record<string, unknown>>

/** The unit that publishes the site: https://schema.org/GovernmentOrganization. */
export function governmentOrganization(centre: Centre): JsonLd {
  return {
    '@type': 'GovernmentOrganization',
    '@id': organizationId(),
    name: centre.name,
    url: absoluteUrl(ROUTES.home),
    logo: absoluteUrl(centre.emblem?.src ?? '/img/emblem.svg'),
    ...(centre.email && { email: centre.email }),
    ...(centre.phone && { telephone: centre.phone }),
    ...(centre.address && { address: centre.address }),
    ...(centre.parentUnit && {
      parentOrganization: { '@type': 'GovernmentOrganization', name: centre.parentUnit },
    }),
    ...(centre.social.length > 0 && { sameAs: centre.social.map(({ url }) => url) }),
  }
}

/** A news item: https://schema.org/NewsArticle. Moments are ISO 8601. */
export function newsArticle(article: {
  readonly title: string
  readonly description: string
  readonly path: string
  readonly publishedAt: string | null
  readonly updatedAt: string
  readonly author: string | null
  readonly sharePicture: { readonly social: { readonly src: string } } | null
}): JsonLd {
  return {
    '@type': 'NewsArticle',
    headline: article.title,
    description: article.description,
    mainEntityOfPage: absoluteUrl(article.path),
    inLanguage: 'vi',
    ...(article.publishedAt && { datePublished: toMachineMoment(article.publishedAt) }),
    dateModified: toMachineMoment(article.updatedAt),
    author: article.author ? { '@type': 'Person', name: article.author } : organization(),
    publisher: organization(),
    ...(article.sharePicture && { image: [absoluteUrl(article.sharePicture.social.src)] }),
  }
}

/** A document of the library: https://schema.org/Legislation. Dates are `YYYY-MM-DD`. */
export function legislation(document: {
  readonly kind: string
  readonly number: string | null
  readonly abstract: string
  readonly path: string
  readonly issuers: readonly string[]
  readonly issuedAt: string | null
  readonly effectiveFrom: string | null
  readonly legalForce: 'InForce' | 'NotInForce' | 'PartiallyInForce' | null
}): JsonLd {
  return {
    '@type': 'Legislation',
    name: [document.kind, document.number, document.abstract].filter(Boolean).join(' '),
    url: absoluteUrl(document.path),
    inLanguage: 'vi',
    legislationType: document.kind,
    ...(document.number && { legislationIdentifier: document.number }),
    ...(document.issuedAt && { legislationDate: document.issuedAt }),
    ...(document.effectiveFrom && { legislationDateVersion: document.effectiveFrom }),
    ...(document.issuers.length > 0 && {
      legislationPassedBy: document.issuers.map((name) => ({ '@type': 'Organization', name })),
    }),
    ...(document.legalForce && {
      legislationLegalForce: `https://schema.org/${document.legalForce}`,
    }),
  }
}

/** A typical rural industrial product: https://schema.org/Product. */
export function product(view: {
  readonly name: string
  readonly description: string
  readonly path: string
  readonly pictures: readonly { readonly social: { readonly src: string } }[]
  readonly producer: { readonly name: string; readonly path: string | null } | null
  readonly awards: readonly { readonly name: string; readonly year: number }[]
  readonly groupLabel: string
}): JsonLd {
  return {
    '@type': 'Product',
    name: view.name,
    url: absoluteUrl(view.path),
    category: view.groupLabel,
    ...(view.description && { description: view.description }),
    ...(view.pictures.length > 0 && {
      image: view.pictures.map(({ social }) => absoluteUrl(social.src)),
    }),
    ...(view.producer && {
      manufacturer: {
        '@type': 'Organization',
        name: view.producer.name,
        ...(view.producer.path && { url: absoluteUrl(view.producer.path) }),
      },
    }),
    ...(view.awards.length > 0 && {
      award: view.awards.map(
        ({ name, year }) => `Sản phẩm công nghiệp nông thôn tiêu biểu, ${name} ${year}`,
      ),
    }),
  }
}

/** A programme of support: https://schema.org/GovernmentService. */
export function governmentService(programme: {
  readonly title: string
  readonly summary: string
  readonly path: string
  readonly activity: string
  readonly forWhom: string
  readonly area: string | null
}): JsonLd {
  return {
    '@type': 'GovernmentService',
    name: programme.title,
    description: programme.summary,
    url: absoluteUrl(programme.path),
    serviceType: programme.activity,
    audience: { '@type': 'Audience', audienceType: programme.forWhom },
    provider: organization(),
    ...(programme.area && { areaServed: programme.area }),
  }
}

/** A question with its answer: https://schema.org/QAPage. Moments are ISO 8601. */
export function qaPage(question: {
  readonly title: string
  readonly path: string
  readonly paragraphs: readonly string[]
  readonly askedBy: string
  readonly askedAt: string
  readonly answerText: string
  readonly answeredAt: string | null
}): JsonLd {
  return {
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: question.title,
      text: question.paragraphs.join('\n'),
      dateCreated: toMachineMoment(question.askedAt),
      author: { '@type': 'Person', name: question.askedBy },
      answerCount: question.answeredAt ? 1 : 0,
      ...(question.answeredAt && {
        acceptedAnswer: {
          '@type': 'Answer',
          text: question.answerText,
          dateCreated: toMachineMoment(question.answeredAt),
          url: absoluteUrl(question.path),
          author: organization(),
        },
      }),
    },
  }
}

/** The unit by reference: every page carries it in full. */
function organization(): JsonLd {
  return { '@type': 'GovernmentOrganization', '@id': organizationId() }
}

function organizationId(): string {
  return `${absoluteUrl(ROUTES.home)}#don-vi`
}
