export const placePaths = {
  list: '/asulad',
  show: (ehak: string) => `/asulad/${ehak}`,
  apiList: '/api/v1/settlements',
} as const
