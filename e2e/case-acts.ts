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

/** Dispatches to a unit that is looked up by name, and to one beside it. */
export const dispatchTo = (dispatcher: Desk, id: string, lead: string, co?: string) => move(dispatcher, id, 'dispatched', '派遣', async form => {
  await form.getByRole('combobox', { name: '主办单位' }).fill(lead)
  await dispatcher.page.getByTitle(lead).first().click()
  if (co === undefined) return
  await form.getByRole('combobox', { name: '协办单位' }).fill(co)
  await dispatcher.page.getByTitle(co).last().click()
  await dispatcher.page.keyboard.press('Escape')
}, '待签收')

export const answer = (desk: Desk, id: string, words: string) => move(desk, id, 'answered', '答复', async form => {
  await form.getByRole('radio').first().check()
  await form.getByRole('textbox', { name: '答复内容' }).fill(words)
}, '待核查')

export async function checkAndClose(desk: Desk, id: string): Promise<void> {
  await move(desk, id, 'checked', '核查', async form => form.getByRole('radio', { name: '通过', exact: true }).check(), '待结案')
  await press(desk, id, '结案', '待回访')
}

/** The call-back that finds everything well. */
export const foundWell = (desk: Desk, id: string) => move(desk, id, 'called-back', '回访', async form => {
  for (const name of ['是否接通', '承办单位是否联系过', '问题是否解决', '是否满意']) await form.getByRole('radiogroup', { name }).getByRole('radio', { name: '是' }).check()
}, '办结')
