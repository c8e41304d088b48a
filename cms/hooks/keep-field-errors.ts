import { APIError, type AfterErrorHook } from 'payload'

/**
 * Rebuilds the answer of an error that is meant for people. The admin's pages and the API are
 * bundled apart, so Payload does not recognise an error class of the other bundle and would answer
 * "something went wrong" instead of the fields that are wrong.
 */
export const keepFieldErrors: AfterErrorHook = ({ error }) => {
  if (!isPublicError(error)) return
  return {
    status: error.status,
    response: {
      errors: [
        { name: error.name, message: error.message, ...(error.data ? { data: error.data } : {}) },
      ],
    },
  }
}

function isPublicError(error: Error): error is APIError {
  return 'isPublic' in error && error.isPublic === true && 'status' in error
}
