import type { FlattenedField, Payload } from 'payload'
import { BadRequest } from './bad-request.ts'
import { isOperatorOf, isValueOf } from './conditions.ts'
import { findField } from './field-paths.ts'

/** More conditions than any filter of the admin has, and few enough for every database. */
const MOST_CONDITIONS = 100
const DEEPEST = 8

/**
 * Checks a filter: fields that exist, operators that suit them, values that can be compared.
 * @throws BadRequest that names the part that is wrong
 */
export function checkWhere(
  payload: Payload,
  fields: readonly FlattenedField[],
  where: unknown,
  name = 'where',
): void {
  let count = 0

  const checkGroup = (group: unknown, at: string, depth: number): void => {
    if (!isObject(group) || Array.isArray(group)) throw unclear(at)
    if (depth > DEEPEST) throw tooMany(at)
    for (const [key, value] of Object.entries(group)) {
      const here = `${at}[${key}]`
      if (key.toLowerCase() === 'and' || key.toLowerCase() === 'or') {
        if (!Array.isArray(value)) throw unclear(here)
        for (const [place, part] of value.entries()) {
          checkGroup(part, `${here}[${place}]`, depth + 1)
        }
      } else checkField(key, value, here)
    }
  }

  const checkField = (path: string, tests: unknown, at: string): void => {
    const found = findField(payload, fields, path)
    if (!found)
      throw new BadRequest({ message: `Không có trường “${path}” để lọc.`, parameter: at })
    for (const [operator, value] of Object.entries(isObject(tests) ? tests : fail(at))) {
      const here = `${at}[${operator}]`
      count += 1
      if (count > MOST_CONDITIONS) throw tooMany(at)
      if (!isOperatorOf(found, operator)) {
        const message = `Trường “${path}” không lọc được bằng phép “${operator}”.`
        throw new BadRequest({ message, parameter: here })
      }
      if (isValueOf(found, operator, value)) continue
      const message = `Giá trị để lọc trường “${path}” không hợp lệ.`
      throw new BadRequest({ message, parameter: here })
    }
  }

  checkGroup(where, name, 0)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function fail(at: string): never {
  throw unclear(at)
}

function unclear(at: string): BadRequest {
  return new BadRequest({ message: `Điều kiện lọc “${at}” không đọc được.`, parameter: at })
}

function tooMany(at: string): BadRequest {
  return new BadRequest({ message: 'Điều kiện lọc quá dài.', parameter: at })
}
