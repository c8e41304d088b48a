import { ValidationError, type FieldHook, type TextField } from 'payload'
import { isHarmfulAddress, isWebAddress } from '#shared/link-address.ts'

interface Options {
  readonly required?: boolean
  /** Whether "www.songchau.vn" will do: pages put https:// before it. */
  readonly mayBeHost?: boolean
}

const MESSAGE = 'Hãy ghi địa chỉ đầy đủ, bắt đầu bằng https:// hoặc http://.'

/**
 * The address of a page on the web: http or https alone. A draft may hold one that is still being
 * typed, but none that leads elsewhere.
 */
export const webAddress = (name: string, label: string, options: Options = {}): TextField => ({
  name,
  type: 'text',
  label,
  required: options.required,
  validate: (value: string | null | undefined) => {
    if (!value) return options.required ? 'Hãy ghi địa chỉ.' : true
    const isHost = options.mayBeHost && !isHarmfulAddress(value)
    return isWebAddress(isHost && !value.includes('://') ? `https://${value}` : value) || MESSAGE
  },
  hooks: { beforeChange: [refuseHarmful] },
})

/** Drafts are stored without validation. */
const refuseHarmful: FieldHook = ({ collection, path, req, value }) => {
  if (typeof value !== 'string' || !isHarmfulAddress(value)) return value
  const errors = [{ path: path.join('.'), message: MESSAGE }]
  throw new ValidationError({ collection: collection?.slug, req, errors }, req.t)
}
