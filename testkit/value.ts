/** What a handler answered; a refusal fails the test and says which. */
export function value<T>(result: { ok: true; value: T } | { ok: false; refused: string }): T {
  if (!result.ok) throw new Error(`refused: ${result.refused}`)
  return result.value
}
