import { auditChain } from './audit-chain.ts'
import { cachedPage } from './cached-page.ts'
import { mail } from './mail.ts'
import { memory } from './memory.ts'
import { meetingsOfYears } from './meetings.ts'
import { pageWeight } from './page-weight.ts'
import { participatoryBudget } from './participatory-budget.ts'
import { reportPdf } from './report-pdf.ts'
import { reportSending } from './report-sending.ts'
import { reports } from './reports.ts'
import { search } from './search.ts'
import { twoProcesses } from './two-processes.ts'
import { uncachedPage } from './uncached-page.ts'
import { uploadMemory } from './upload.ts'
import { watchers } from './watchers.ts'

const benches: Record<string, () => Promise<void>> = {
  'cached-page': cachedPage,
  'uncached-page': uncachedPage,
  'audit-chain': auditChain,
  'page-weight': pageWeight,
  memory,
  mail,
  upload: uploadMemory,
  'report-pdf': reportPdf,
  search,
  reports,
  'report-sending': reportSending,
  meetings: meetingsOfYears,
  watchers,
  'participatory-budget': participatoryBudget,
  'two-processes': twoProcesses,
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => benches[name] === undefined)
if (unknown !== undefined) {
  console.error(`There is no measurement ${unknown}. There are: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
for (const [name, measure] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) await measure()
}
process.exit(0)
