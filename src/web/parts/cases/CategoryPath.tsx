import { type Label } from '../../../kernel/label.ts'
import { useLanguage } from '../../language.tsx'

/** The branch of a category from the root: 市容 › 暴露垃圾. */
export function CategoryPath({ path }: { readonly path: readonly Label[] }) {
  const { t } = useLanguage()
  return <span>{path.map(one => t(one)).join(' › ')}</span>
}
