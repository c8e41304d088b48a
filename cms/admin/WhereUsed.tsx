import type { CollectionSlug, UIFieldServerComponent } from 'payload'
import { isLiving, placesUsing, type Place } from '#cms/hooks/where-used.ts'
import { DeleteDespiteUse } from './DeleteDespiteUse.tsx'

/** Who refers to this document, and the deliberate way to delete it all the same. */
export const WhereUsed: UIFieldServerComponent = async (props) => {
  const { id, payload, req } = props
  if (!id) return null
  const collection = props.collectionSlug as CollectionSlug
  const places = await placesUsing(payload, collection, String(id), req)
  const living = places.filter(isLiving)
  const { trash } = payload.collections[collection].config
  return (
    <section className="where-used field-type">
      <h3 className="field-label">Nơi đang dùng</h3>
      {places.length === 0 ? (
        <p>Chưa nơi nào dùng.</p>
      ) : (
        <ul>
          {places.map((place) => (
            <li key={place.path}>
              <a href={place.path}>{place.title}</a>
              <small>{noteOn(place)}</small>
            </li>
          ))}
        </ul>
      )}
      {living.length > 0 && (
        <DeleteDespiteUse
          collection={collection}
          count={living.length}
          id={String(id)}
          toTrash={trash}
        />
      )}
    </section>
  )
}

function noteOn({ kind, isPublic, isTrashed }: Place): string {
  if (isTrashed) return `${kind}, trong thùng rác`
  return isPublic ? `${kind}, đang công khai` : `${kind}, bản nháp`
}
