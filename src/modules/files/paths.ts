const pages = '/failid'

export const filePaths = {
  page: (id: string) => `${pages}/${id}`,
  bytes: (id: string, name: string) => `${pages}/${id}/${encodeURIComponent(name)}`,
  picture: (id: string, name: string, width: number) => `${pages}/${id}/${encodeURIComponent(name)}?laius=${width}`,
  work: '/too/failid',
} as const

/** A picture small enough to stand in a list. */
export function thumbnailAddress({ id, name }: { id: string; name: string }): string {
  return filePaths.picture(id, name, 640)
}

export const idPattern = ':id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}'
