/** What the command line says of exports, in English. */
export const CLI_TEXTS = {
  exportsNotebooks: (file: string) => `${file} is not a notebook; export takes .gradnb notebooks`,
  unknownFormat: (name: string, known: string) => `there is no format "${name}" to export to; choose one of ${known}`,
  writesOver: (file: string) => `the export would overwrite ${file}; choose another name with --out`,
  isThere: (file: string) => `${file} already exists; choose another name with --out, or overwrite it with --force`
}
