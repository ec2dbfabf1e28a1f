/** Pictures of what was mended stand apart from those that were sent with the report. */
export const afterSubject = (id: string): string => `report-after:${id}`
