import { describe, expect, it } from 'vitest'
import { firstLanguage, piecesOf, say } from './words.ts'

const due = { zh: '剩{days}个工作日', en: '{days} working days left' }

describe('words in two languages', () => {
  it('are said in the language asked, with their values', () => {
    expect(say(due, 'zh', { days: 1 })).toBe('剩1个工作日')
    expect(say(due, 'en', { days: 3 })).toBe('3 working days left')
  })

  it('show a placeholder that was forgotten instead of hiding it', () => expect(say(due, 'zh')).toBe('剩{days}个工作日'))

  it('are cut at their placeholders, so that links can stand in a sentence', () => {
    expect(piecesOf('{cockpit}中{year}的固定资产投资')).toEqual([{ name: 'cockpit' }, { text: '中' }, { name: 'year' }, { text: '的固定资产投资' }])
  })
})

describe('the language to begin with', () => {
  it('is Chinese for a first visit', () => expect(firstLanguage('', null)).toBe('zh'))
  it('is what was chosen before', () => expect(firstLanguage('?year=2023', 'en')).toBe('en'))
  it('is what the address asks, whatever was chosen', () => expect(firstLanguage('?lang=zh', 'en')).toBe('zh'))
  it('is Chinese where something unknown was stored', () => expect(firstLanguage('', 'fr')).toBe('zh'))
})
