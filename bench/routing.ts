import { packs } from '../src/packs/index.ts'
import { leavesOf } from '../src/engines/cases/domain/classifier.ts'
import { mattersOf } from '../src/districts/requests/corpus.ts'
import { crossValidate } from '../testkit/cross-validate.ts'
import { type Row } from './table.ts'

/**
 * How well the words of a case suggest its category and urgency, by type: sentences that the classifier has not seen in any wording,
 * made up (no real request is at hand), so the figures tell how the method works and not how well it will work here.
 */
export async function bench(): Promise<readonly Row[]> {
  const types = packs.flatMap(pack => pack.caseTypes ?? []).map(type => ({ type, told: leavesOf(type.categories).filter(category => mattersOf(category.key).length > 0).length }))
  // Types of which few categories have sentences (proposals, rectification, call-outs) would measure nothing.
  return types.filter(({ type, told }) => told >= leavesOf(type.categories).length / 3).flatMap(({ type, told }) => {
    const of = crossValidate(type)
    const row = (what: string, share: number, beside: string, ratio: number | null): Row => ({ what: `${type.key}: ${what}`, measured: share * 100, unit: '%', beside, ratio })
    return [
      row(`category right at first, of ${of.categories} (sentences for ${told})`, of.first, `commonest category ${(of.commonest * 100).toFixed(1)} %, ${of.asked} asked`, of.first / of.commonest),
      row('category among the first three', of.firstThree, '', null),
      row('not sure', 1 - of.sure, '', null),
      row('category right when sure', of.rightWhenSure, '', null),
      row('urgency right', of.urgency, `usual urgency of the suggested category ${(of.urgencyUsual * 100).toFixed(1)} %`, of.urgency / of.urgencyUsual),
    ]
  })
}
