export const operationsPaths = {
  home: '/too/toimimine',
  retry: (id: string) => `/too/toimimine/${id}/kordus`,
}
