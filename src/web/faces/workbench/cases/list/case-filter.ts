import { type z } from 'zod'
import { CaseQuery, contract } from '../../../../../engines/cases/contract.ts'

/** What narrows and orders the list, as it stands in the address: name and text. */
export type Filter = Readonly<Record<string, string>>
type Asked = Omit<z.input<typeof contract.cases.query>, 'limit' | 'after' | 'phone'>

/** A telephone never stands in the address, which is kept and passed on. */
const { phone: _phone, ...shape } = CaseQuery.shape
const shapes: Readonly<Record<string, z.ZodType>> = { ...shape, order: contract.cases.query.shape.order }
export const filterNames: readonly string[] = Object.keys(shapes)

/** The filter in an address; what it says wrongly is left out. */
export function filterFrom(search: URLSearchParams): Filter {
  return Object.fromEntries(filterNames.flatMap(name => {
    const text = search.get(name) ?? ''
    return text !== '' && shapes[name]?.safeParse(text).success ? [[name, text]] : []
  }))
}

/** The filter as the list is asked for it. */
export function askedBy(filter: Filter): Asked {
  return filter // every name and text was held against this very schema
}

/** Are these two the same list? The order is how it is shown, not what it is. */
export function isSame(a: Filter, b: Filter): boolean {
  const plain = ({ order: _order, ...rest }: Filter) => JSON.stringify(Object.entries(rest).toSorted(([x], [y]) => (x < y ? -1 : 1)))
  return plain(a) === plain(b)
}

/** The list of a filter. Without one, the order is said, so that it is not taken for the beginning. */
export function addressOfList(filter: Filter): string {
  const search = new URLSearchParams(Object.entries(filter)).toString()
  return search === '' ? '/cases?order=newest' : `/cases?${search}`
}

/** Is this a telephone number rather than words or the number of a case? */
export function isPhone(text: string): boolean {
  return /^\+?\d[\d -]{6,18}$/.test(text.trim())
}
