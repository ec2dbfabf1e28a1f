const base = '/too/teated/teadaanded'

export const announcementPaths = {
  list: base,
  end: (id: string) => `${base}/${id}/lopetamine`,
} as const
