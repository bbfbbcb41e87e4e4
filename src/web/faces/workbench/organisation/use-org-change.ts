import { useQueryClient } from '@tanstack/react-query'

/** Everything about the organisation is asked again once something in it has changed. */
export function useOrgChange(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(['units', 'unit', 'unit-picker', 'people', 'person-picker', 'delegations', 'my-posts'].map(name => queries.invalidateQueries({ queryKey: [name] })))
  }
}
