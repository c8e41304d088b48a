import { asJson } from '#test/support/rest-session.ts'

/** The token of an account that is signed in over REST. */
export async function tokenOf(cmsUrl: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${cmsUrl}/api/users/login`, asJson('POST', { email, password }))
  const { token } = (await answer.json()) as { token?: string }
  if (!token) throw new Error(`${email} could not sign in (${answer.status}).`)
  return token
}
