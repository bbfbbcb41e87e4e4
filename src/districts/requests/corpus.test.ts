import { expect, it } from 'vitest'
import { diceOf } from '../dice.ts'
import { mattersOf, sentenceFor, sentences, writtenFrom, type Matter } from './corpus.ts'

it('no sentence occurs twice, so that one held out is held out', () => {
  const all = Object.values(sentences).flat()
  expect(all.filter((sentence, i) => all.indexOf(sentence) !== i)).toEqual([])
  expect(Object.entries(sentences).filter(([, list]) => list.length < 5)).toEqual([])
})

it('every slot is filled, whatever falls, and the same seed writes the same', () => {
  const dice = diceOf('slots')
  for (const [matter, list] of Object.entries(sentences)) for (const sentence of list) expect(writtenFrom(dice, matter as Matter, sentence).words).toMatch(/^[^{}]{4,}$/) // its keys are the matters
  expect(sentenceFor(diceOf('same'), 'manhole')).toBe(sentenceFor(diceOf('same'), 'manhole'))
})

it('nothing is written about a category that is not known', () => {
  expect(mattersOf('no-such-category')).toEqual([])
  expect(sentenceFor(diceOf('x'), 'no-such-category')).toBeNull()
})
