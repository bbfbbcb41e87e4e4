import { type Api, api } from '../api.ts'
import { handlers } from './api.ts'
import { attachmentHandlers } from './attachments/api.ts'
import { attachmentContract } from './attachments/contract.ts'
import { bulkHandlers } from './bulk/api.ts'
import { bulkContract } from './bulk/contract.ts'
import { clusterHandlers } from './clusters/api.ts'
import { clusterContract } from './clusters/contract.ts'
import { contract } from './contract.ts'
import { countedHandlers } from './counted/api.ts'
import { countedContract } from './counted/contract.ts'
import { handlers as figureHandlers } from './figures/api.ts'
import { directoryHandlers } from './directories/api.ts'
import { directoryContract } from './directories/contract.ts'
import { contract as figureContract } from './figures/contract.ts'
import { handlers as inboundHandlers } from './inbound/api.ts'
import { contract as inboundContract } from './inbound/contract.ts'
import { routingHandlers } from './routing/api.ts'
import { routingContract } from './routing/contract.ts'
import { rulesHandlers } from './routing/rules-api.ts'
import { rulesContract } from './routing/rules-contract.ts'
import { handlers as sendingHandlers } from './sendings/api.ts'
import { contract as sendingContract } from './sendings/contract.ts'
import { templateHandlers } from './templates/api.ts'
import { templateContract } from './templates/contract.ts'
import { transferHandlers } from './transfer/api.ts'
import { transferContract } from './transfer/contract.ts'
import { importHandlers } from './transfer/import-api.ts'
import { importContract } from './transfer/import-contract.ts'
import { handlers as upgradeHandlers } from './upgrades/api.ts'
import { contract as upgradeContract } from './upgrades/contract.ts'
import { viewsHandlers } from './views/api.ts'
import { viewsContract } from './views/contract.ts'

/** The routes of every room. */
export const apis: readonly Api[] = [
  api('cases', contract, handlers),
  api('case-attachments', attachmentContract, attachmentHandlers),
  api('case-bulk', bulkContract, bulkHandlers),
  api('case-clusters', clusterContract, clusterHandlers),
  api('case-counted-figures', countedContract, countedHandlers),
  api('case-directories', directoryContract, directoryHandlers),
  api('case-figures', figureContract, figureHandlers),
  api('case-inbound', inboundContract, inboundHandlers),
  api('case-imports', importContract, importHandlers),
  api('case-routing', routingContract, routingHandlers),
  api('case-routing-rules', rulesContract, rulesHandlers),
  api('case-transfer', transferContract, transferHandlers),
  api('case-sendings', sendingContract, sendingHandlers),
  api('case-templates', templateContract, templateHandlers),
  api('case-upgrades', upgradeContract, upgradeHandlers),
  api('case-views', viewsContract, viewsHandlers),
]
