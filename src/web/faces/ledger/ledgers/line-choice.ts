/** What is chosen in a form, kept as text so that the draft of the form can hold it. */
export type LineFields = { readonly commitments: string; readonly targets: string; readonly fresh: string }

export function idsIn(text: string): string[] {
  return text.split(' ').filter(id => id !== '')
}

/** Lines typed one to a row; each is due on the last day of the span until somebody sets another day. */
export function freshLines(text: string, span: string): { readonly title: string; readonly dueOn: string; readonly leadUnit: null }[] {
  return text.split('\n').map(line => line.trim().slice(0, 300)).filter(line => line !== '').slice(0, 100).map(title => ({ title, dueOn: `${span.slice(-4)}-12-31`, leadUnit: null }))
}
