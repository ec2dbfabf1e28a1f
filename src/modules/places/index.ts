// What other modules may use. Everything else in this folder is private.
export { listSettlements } from './queries.ts'
export { placePaths } from './paths.ts'
export { nameOfSettlement, settlementAt, type Settlement } from './rules.ts'
export { SettlementMap } from './pages/settlement-map.tsx'
