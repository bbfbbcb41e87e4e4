import { type District } from '../../kernel/id.ts'
import { type Day } from '../../kernel/time.ts'
import { type Words, words } from '../statement.ts'
import { rolesReachingBelow } from './domain/permission.ts'
import { type Branch } from './domain/tree.ts'
import { type Delegation, type Person, type Post } from './schema.ts'

/** All that says what a person may do on a day: posts, own and lent, and the units below those whose role reaches below. */
export type Holding = { readonly person: Pick<Person, 'id' | 'name'>; readonly posts: readonly Post[]; readonly delegations: readonly Delegation[]; readonly units: readonly Branch[] }

/**
 * A person's `Holding` as one column of whatever statement asks for it, so that who is signed in and what they may do come
 * with one question; null where there is no such person, they were deactivated, or the day of leaving has come.
 */
export function holdingOf(district: District, person: Words, day: Day): Words {
  return words`(
    with recursive
      lent as materialized (select d.* from org.delegation d where d.district = ${district} and d.to_person = ${person} and not d.withdrawn and d.from_on <= ${day} and d.until_on > ${day}),
      held as materialized (
        select o.* from (select p.* from org.post p where p.district = ${district} and p.person = ${person} union select p.* from lent l join org.post p on p.district = ${district} and p.id = l.post) o
        where o.from_on <= ${day} and (o.until_on is null or o.until_on > ${day})),
      below as (
        select u.id, u.parent, u.from_on, u.until_on from org.unit u where u.district = ${district} and u.id in (select h.unit from held h where h.role = any (${rolesReachingBelow}::text[]))
        union
        -- "offset 0" keeps the planner from reading all units for each level: it takes every level for ten units of a thousand.
        select u.id, u.parent, u.from_on, u.until_on from below b, lateral (select * from org.unit u where u.district = ${district} and u.parent = b.id and u.from_on <= ${day} and (u.until_on is null or u.until_on > ${day}) offset 0) u)
    select json_build_object('person', json_build_object('id', p.id, 'name', p.name),
      'posts', (select coalesce(json_agg(json_build_object('id', h.id, 'person', h.person, 'unit', h.unit, 'role', h.role, 'title', h.title, 'from', h.from_on, 'until', h.until_on) order by h.person <> p.id, h.from_on, h.id), '[]') from held h),
      'delegations', (select coalesce(json_agg(json_build_object('id', l.id, 'post', l.post, 'to', l.to_person, 'from', l.from_on, 'until', l.until_on, 'reason', l.reason, 'withdrawn', l.withdrawn)), '[]') from lent l),
      'units', (select coalesce(json_agg(json_build_object('id', b.id, 'parent', b.parent, 'from', b.from_on, 'until', b.until_on)), '[]') from below b))
    from org.person p where p.district = ${district} and p.id = ${person} and p.active and (p.leaves_on is null or p.leaves_on > ${day}))`
}
