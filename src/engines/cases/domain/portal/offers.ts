import { type Label } from '../../../../kernel/label.ts'
import { type CaseType, type Category } from '../../schema.ts'
import { learned, lessonsOf, nothingLearned, suggest } from '../classifier.ts'

/** A category that can be chosen, with the branch above it. */
export type Offer = { readonly type: string; readonly category: string; readonly branch: readonly Label[] }

/** Every category at the end of a branch, in the order of the tree. */
export function leavesOf(type: Pick<CaseType, 'key' | 'categories'>): readonly Offer[] {
  return leaves(type.categories, []).map(branch => ({ type: type.key, category: branch.at(-1)?.key ?? '', branch: branch.map(c => c.name) }))
}

function leaves(categories: readonly Category[], above: readonly Category[]): readonly (readonly Category[])[] {
  return categories.flatMap(category => ((category.below ?? []).length === 0 ? [[...above, category]] : leaves(category.below ?? [], [...above, category])))
}

/**
 * The categories that these words speak of, the likeliest first, at most `most`; none where no word speaks for any. The classifier
 * knows here what the trees themselves say: names, and the words by which people call a matter.
 */
export function offersFor(types: readonly Pick<CaseType, 'key' | 'categories'>[], words: string, most = 5): readonly Offer[] {
  const all = new Map(types.flatMap(leavesOf).map(offer => [`${offer.type}/${offer.category}`, offer]))
  const lessons = types.flatMap(type => lessonsOf(type.categories).map(one => ({ ...one, label: `${type.key}/${one.label}` })))
  return suggest(learned(nothingLearned, lessons), [words]).items.filter(({ because }) => because.length > 0).slice(0, most).flatMap(({ label }) => all.get(label) ?? [])
}
