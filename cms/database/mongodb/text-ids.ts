import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { v7 as uuidv7 } from 'uuid'

type Model = MongooseAdapter['collections'][string]

/**
 * Gives every document a text id, as on SQLite: also versions and Payload's own collections, which
 * have no id field and would get an ObjectId. So rows move between databases as they are.
 */
export function useTextIds(adapter: MongooseAdapter): void {
  const { init } = adapter
  adapter.init = async () => {
    for (const collection of Object.values(adapter.payload.collections)) {
      collection.customIDType ??= 'text'
    }
    await init?.call(adapter)
    for (const models of [adapter.collections, adapter.versions]) {
      for (const [slug, model] of Object.entries(models)) models[slug] = withTextId(adapter, model)
    }
  }
}

function withTextId(adapter: MongooseAdapter, model: Model): Model {
  if (model.schema.path('_id').instance === 'String') return model
  const { connection } = adapter
  const { modelName, schema } = model
  const collection = model.collection.name
  connection.deleteModel(modelName)
  schema.remove('_id')
  schema.add({ _id: { type: String, default: uuidv7 } })
  return connection.model(modelName, schema, collection) as unknown as Model
}
