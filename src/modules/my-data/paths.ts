export const myDataPaths = {
  home: '/minu/andmed',
  archive: '/minu/andmed/valjavote.zip',
  deletion: '/minu/andmed/kustutamine',
} as const
