import { useQuery } from '@tanstack/react-query'
import { contract, type PostRow } from '../../../../engines/org/contract.ts'
import { type z } from 'zod'
import { call } from '../../../client.ts'
import { useSession } from '../../../session.tsx'
import { today } from './use-day.ts'

type Row = z.infer<typeof PostRow>

/** The posts I hold today, and all posts of my units, mine first. */
export function useMyPosts() {
  const { me } = useSession()
  return useQuery({
    queryKey: ['my-posts', me.person],
    queryFn: async ({ signal }) => {
      const units = await Promise.all(me.units.map(unit => call(contract.unit, { params: { id: unit.id }, query: { on: today() }, signal })))
      const posts: readonly Row[] = units.flatMap(unit => unit.posts)
      const mine = posts.filter(post => post.person === me.person)
      return { mine, ours: [...mine, ...posts.filter(post => post.person !== me.person)] }
    },
  })
}
