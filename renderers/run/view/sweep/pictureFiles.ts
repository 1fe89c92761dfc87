import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { element } from '../dom'
import { copyPicture, saveFile } from '../files'
import type { Post } from '../post'

const { toolbar: TEXT } = SWEEP_FIGURE
const PNG_SCALE = 2

export type PictureKind = 'copy' | 'png' | 'svg' | 'csv'

/** What can be taken away of a figure, made when it is asked for. */
export interface PictureParts {
  /** of the file, without its ending */
  readonly name: string
  readonly svg: () => string
  readonly csv: () => string
}

/** Copies or saves a figure; returns what came of it, in a word for the person who asked. */
export async function takePicture(
  what: PictureKind,
  { name, svg, csv }: PictureParts,
  post: Post | null
): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text)
  switch (what) {
    case 'csv':
      saveFile(`${name}.csv`, bytes(csv()), 'text/csv', post)
      return ''
    case 'svg':
      saveFile(`${name}.svg`, bytes(svg()), 'image/svg+xml', post)
      return ''
    case 'png':
    case 'copy': {
      const png = await pngOf(svg())
      if (what === 'copy' && (await copyPicture(png))) return TEXT.copied
      saveFile(`${name}.png`, png, 'image/png', post)
      return ''
    }
    default:
      return what satisfies never
  }
}

async function pngOf(picture: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`
  await image.decode()
  const canvas = element('canvas', '')
  canvas.width = image.naturalWidth * PNG_SCALE
  canvas.height = image.naturalHeight * PNG_SCALE
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error(TEXT.noPicture)
  return new Uint8Array(await blob.arrayBuffer())
}
