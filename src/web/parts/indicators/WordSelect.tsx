import { Select } from 'antd'
import { type Label } from '../../../kernel/label.ts'
import { useLanguage } from '../../language.tsx'

type WordSelectProps = {
  readonly id: string
  readonly 'aria-describedby': string
  readonly words: Readonly<Record<string, Label>>
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Chooses one of a closed set, said in words. */
export function WordSelect({ words, ...rest }: WordSelectProps) {
  const { t } = useLanguage()
  return <Select<string> {...rest} options={Object.entries(words).map(([value, label]) => ({ value, label: t(label) }))} />
}
