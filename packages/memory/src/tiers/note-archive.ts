/** Notes which archive has the summary, for the store to tell later. One without an id is not noted. */
export const noteArchive = (id: string | undefined): { readonly archivedIn?: string } =>
  id === undefined ? {} : { archivedIn: id };
