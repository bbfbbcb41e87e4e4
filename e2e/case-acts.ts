import { type Desk } from './desk.ts'

/** What a route answered; an error where it refused. */
export async function told<T>(answer: Awaited<ReturnType<Desk['page']['request']['get']>>): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`)
  return answer.json() as Promise<T> // as the contract says
}

type Named = { readonly id: string; readonly name: string }
/** The first unit of whoever sits there. */
export const unitOf = async ({ page }: Desk) => (await told<{ readonly units: readonly Named[] }>(await page.request.get('/api/me'))).units[0] ?? { id: '', name: '' }

/** Opens a case on a move, fills its form by the labels of its fields, sends it by keyboard, and waits for where the case stands then. */
export async function move({ page }: Desk, id: string, kind: string, name: string, fill: (form: ReturnType<Desk['page']['getByRole']>) => Promise<void>, then: string): Promise<void> {
  await page.goto(`/cases/${id}?move=${kind}`)
  const form = page.getByRole('form', { name })
  await form.waitFor()
  await fill(form)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('region', { name: '现状' }).getByText(then, { exact: true }).first().waitFor()
}

/** A move without fields: its button alone. */
export async function press({ page }: Desk, id: string, name: string, then: string): Promise<void> {
  await page.goto(`/cases/${id}`)
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).first().click()
  await page.getByRole('region', { name: '现状' }).getByText(then, { exact: true }).first().waitFor()
}
