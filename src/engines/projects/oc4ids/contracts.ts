import { sumToYuan } from '../domain/money.ts'
import { type Project } from '../domain/project.ts'
import { type ContractKind, type ProjectContract } from '../works-schema.ts'
import { midnight, yuan } from './values.ts'

/** What the standard has a word for; goods and others have none. */
const natures: Readonly<Partial<Record<ContractKind, 'construction' | 'design' | 'supervision'>>> = { works: 'construction', design: 'design', supervision: 'supervision' }

/** Whoever builds for the project, by name: the contractor, and the parties of its contracts. The id is made of the name, so that it is the same in the next package. */
export function suppliersOf({ code, contractor, contracts }: Project): ReadonlyMap<string, { readonly id: string; readonly name: string }> {
  const names = new Set([...(contractor === null ? [] : [contractor]), ...contracts.map(contract => contract.party)])
  return new Map([...names].map(name => [name, { id: `${code}-${name}`, name }]))
}

/**
 * The contracts of a project, each as a contracting process with its summary. An ocid is left out: it wants a prefix that the help
 * desk of the standard registered. So is the period: on file is the day of signing, not from when to when the work goes.
 */
export function contractingProcessesOf(project: Project, projectId: string) {
  const suppliers = suppliersOf(project)
  return project.contracts.map(({ number, what, of, party, amount, changes, closed }) => {
    const nature = natures[of], supplier = suppliers.get(party)
    return {
      id: `${projectId}-${number}`,
      summary: {
        externalReference: number, ...(nature && { nature: [nature] }), title: what, status: closed ? 'closed' : 'active', ...(supplier && { suppliers: [supplier] }), contractValue: yuan(amount),
        ...(changes.length > 0 && { modifications: modificationsOf(amount, changes) }), ...(closed && { finalValue: yuan(closed.account) }),
      },
    }
  })
}

function modificationsOf(amount: number, changes: ProjectContract['changes']) {
  return changes.map(({ by, reason, approval, on }, i) => {
    const before = sumToYuan([amount, ...changes.slice(0, i).map(change => change.by)])
    return { id: String(i + 1), date: midnight(on), description: approval, rationale: reason, type: 'value', oldContractValue: yuan(before), newContractValue: yuan(sumToYuan([before, by])) }
  })
}
