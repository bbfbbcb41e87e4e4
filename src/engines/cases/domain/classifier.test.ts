import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { crossValidate } from '../../../../testkit/cross-validate.ts'
import { sentences } from '../../../districts/requests/corpus.ts'
import { learned, lesson, lessonsOf, nothingLearned, suggest, telling } from './classifier.ts'

const ofType = learned(nothingLearned, lessonsOf(testType.categories))

describe('what the words of a case suggest', () => {
  it('a type speaks for itself before its first case, and says by which words', () => {
    const { items, sure } = suggest(ofType, ['楼下垃圾很臭'])
    expect(items[0]).toMatchObject({ label: 'rubbish', because: expect.arrayContaining(['垃圾']) })
    expect(sure).toBe(true)
    expect(suggest(ofType, ['水管爆裂了']).items[0]?.label).toBe('burst-pipe')
  })

  it('words that nobody has written before are not guessed at, and neither is silence', () => {
    for (const words of ['齉齾龘', '', '12345', '！？']) expect(suggest(ofType, [words])).toMatchObject({ sure: false })
    expect(suggest(nothingLearned, ['楼下垃圾很臭'])).toEqual({ sure: false, items: [] })
  })

  it('shares of all labels make one, the likeliest stands first', () => {
    const { items } = suggest(ofType, ['路口有人摆摊，垃圾乱丢'])
    expect(items).toHaveLength(3)
    expect(items.reduce((sum, item) => sum + item.share, 0)).toBeCloseTo(1)
    expect(items.map(item => item.share)).toEqual(items.map(item => item.share).toSorted((a, b) => b - a))
  })

  it('a correction is learned at once, and what was learned can be taken back to the last count', () => {
    const words = ['走鬼档又来了']
    expect(suggest(ofType, words).sure).toBe(false)
    const taught = learned(ofType, [lesson('stall', words)])
    expect(suggest(taught, words).items[0]?.label).toBe('stall')
    const moved = learned(taught, [lesson('stall', words, -1), lesson('rubbish', words)])
    expect(suggest(moved, words).items[0]?.label).toBe('rubbish')
    const back = learned(moved, [lesson('rubbish', words, -1)])
    expect(back.labels).toEqual(ofType.labels)
    expect(suggest(back, ['楼下垃圾很臭'])).toEqual(suggest(ofType, ['楼下垃圾很臭']))
  })

  it('knows how likely each is before a word is read, where it is told', () => {
    const usual = new Map([['rubbish', 0.01], ['stall', 0.98], ['burst-pipe', 0.01]])
    expect(suggest(ofType, ['请来看看'], usual).items[0]?.label).toBe('stall')
  })

  it('numbers are not learned: they say nothing of a matter and may be somebody’s own', () => {
    expect(telling(['电话13800138000，３号楼']).join('')).not.toMatch(/\p{N}/u)
  })

  it('sentences it has never seen go to the right category far more often than by guessing the commonest', () => {
    const some = Object.keys(sentences).filter((_, i) => i % 3 === 0).map(key => ({ key, name: { zh: '', en: '' } }))
    const measured = crossValidate({ categories: some, urgencies: [] }, { taught: 5, folds: 2 })
    expect(measured.asked).toBeGreaterThan(200)
    expect(measured.first).toBeGreaterThan(10 * measured.commonest)
    expect(measured.firstThree).toBeGreaterThan(measured.first)
    expect(measured.rightWhenSure).toBeGreaterThan(measured.first)
    expect(measured.sure).toBeLessThan(1)
  })
})
