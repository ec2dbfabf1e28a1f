export const statisticsPaths = {
  open: '/teated/ulevaade',
  desk: '/too/teated/ulevaade',
  deskCsv: '/too/teated/ulevaade.csv',
} as const
