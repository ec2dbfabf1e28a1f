export const absencePaths = {
  list: '/too/istungid/puudumised',
} as const
