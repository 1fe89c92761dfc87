import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { describe, it } from 'mocha'
import { strangerSentence, whatItIs, type WantedFile } from '../../../src/text'
import { zipFile } from '../dataset/zipFile'

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))
const nameOf = (file: Uint8Array): string | undefined => whatItIs(file)?.is

const PAGES = [
  '<!DOCTYPE html>\n<html>',
  '<!doctype html><html lang="en">',
  '\n\n  <HTML>\n<HEAD>',
  '\xef\xbb\xbf<html><body>',
  '<!-- saved from url=(0014)about:internet -->\n<!-- and again -->\n<html>',
  '<head><title>403 Forbidden</title></head>',
  '<script>window.location = "login"</script>'
]

const NAMES: readonly (readonly [string, string])[] = [
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code>',
    'an XML document, perhaps a server’s message'
  ],
  ['version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n', 'a Git LFS pointer'],
  ['../../.git/annex/objects/xx/yy/SHA256E-s1--ab.csv', 'a git-annex pointer'],
  ['7z\xbc\xaf\x27\x1c\0\x04', 'a 7z archive'],
  ['Rar!\x1a\x07\x01\0', 'a RAR archive'],
  ['\xfd7zXZ\0\0\x04', 'an xz archive'],
  ['BZh91AY&SY\x01', 'a bzip2 archive'],
  ['\x28\xb5\x2f\xfd\0', 'a Zstandard archive'],
  [`images${'\0'.repeat(251)}ustar\x0000`, 'a tar archive'],
  ['PAR1\x15\x04\x15', 'a Parquet file'],
  ['ARROW1\0\0\xff', 'an Arrow file'],
  ['SQLite format 3\0\x10', 'a SQLite database'],
  ['RDX3\nX\n\0\0\0\x03', 'an R data file'],
  ['{"message": "Not Found"}', 'JSON'],
  ['[{"a": 1}, {"a": 2}]', 'JSON'],
  ['[[1, 2], [3, 4]]', 'JSON'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0', 'an old Excel workbook (.xls)'],
  ['%PDF-1.7\n%\xe2\xe3', 'a PDF document'],
  ['\x89HDF\r\n\x1a\n\0', 'an HDF5 file'],
  ['\x80\x04\x95\x10\0\0\0', 'a Python pickle'],
  ['\x89PNG\r\n\x1a\n', 'a PNG picture'],
  ['\xff\xd8\xff\xe0', 'a JPEG picture'],
  ['\x93NUMPY\x01\0v\0{', 'a NumPy array'],
  ['\0\0\x08\x03\0\0\0\x01', 'an IDX file'],
  ['\x40\0\0\0\0\0\0\0{"a": 1}', 'a safetensors file']
]

/** Text that begins as something else does, and data that begin with zeros. */
const DATA = [
  'a,b\n1,2\n',
  'PAR1,PAR2\n1,2\n',
  'ORCID,name\n1,2\n',
  'A\n1\n2\n',
  'BZh,y\n1,2\n',
  'Rar!,y\n1,2\n',
  '"<html>",y\n1,2\n',
  'version,url\n1,2\n',
  '{a},[b]\n1,2\n',
  '[a],[b]\n1,2\n',
  'PK,y\n1,2\n',
  '\x80 price,y\n1,2\n',
  ''
]

const ZIPS: readonly (readonly [string, readonly string[]])[] = [
  ['an Excel workbook', ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']],
  ['a Word document', ['[Content_Types].xml', 'word/document.xml']],
  ['a PyTorch checkpoint', ['archive/data.pkl', 'archive/data/0', 'archive/version']],
  ['a Keras model', ['metadata.json', 'config.json', 'model.weights.h5']],
  ['NumPy arrays in an archive (.npz)', ['x.npy', 'y.npy']],
  ['a ZIP archive', ['train.csv', 'test.csv']],
  ['a ZIP archive', []]
]

describe('whatItIs(bytes)', () => {
  for (const page of PAGES)
    it(`knows a web page by ${JSON.stringify(page.slice(0, 20))}`, () => {
      assert.equal(nameOf(bytes(page)), 'a web page')
      assert.equal(nameOf(utf16(page.replace(/^\W*\xbf/, ''))), 'a web page')
    })

  for (const [start, name] of NAMES)
    it(`knows ${name} by its first bytes`, () => assert.equal(nameOf(bytes(start)), name))

  for (const [name, files] of ZIPS)
    it(`knows ${name} that holds ${files.slice(0, 3).join(', ') || 'nothing'}`, () =>
      assert.equal(nameOf(zipFile(files.map(file => [file, bytes('contents')]))), name))

  it('knows gzip', () => assert.equal(nameOf(gzipSync('a')), 'packed with gzip'))

  for (const data of DATA)
    it(`has nothing against ${JSON.stringify(data)}`, () =>
      assert.equal(strangerSentence('x', bytes(data), 'csv'), null))

  it('reads a page of comments alone in no time', () => {
    assert.equal(nameOf(bytes('<!---->'.repeat(1000))), 'text')
    assert.equal(nameOf(bytes('<!-- '.repeat(1000))), 'text')
  })
})

describe('strangerSentence(file, bytes, wanted)', () => {
  const told = (start: string, wanted: WantedFile) => strangerSentence('x', bytes(start), wanted)

  it('says what the file is and what to do', () => {
    assert.equal(
      told(PAGES[0]!, 'idx'),
      'x is a web page, not an IDX file: open its address in a browser and download the file itself'
    )
    assert.equal(
      told(NAMES[1]![0], 'csv'),
      'x is a Git LFS pointer, not CSV: run git lfs pull to fetch the file it stands for'
    )
  })

  it('advises by what is wanted', () => {
    assert.match(told('\x80\x02}q', 'safetensors')!, /safetensors\.torch\.save_file/)
    assert.match(told('\x80\x02}q', 'npy')!, /numpy\.save/)
    assert.match(told('\x93NUMPY', 'csv')!, /read it with dataset: \{npy: /)
  })

  it('knows empty files, files of zeros, and text where numbers are wanted', () => {
    assert.equal(told('', 'npy'), 'x is empty: download it again')
    assert.equal(told('', 'csv'), null)
    assert.match(
      told('\0'.repeat(5000), 'csv')!,
      /^x is a file of zeros, as an interrupted download leaves, not CSV: download it/
    )
    assert.equal(told('a,b\n1,2\n', 'idx'), 'x is text, not an IDX file: CSV is read with dataset: {csv: …, target: …}')
    assert.match(told('gr\xfc\xdfe\t1\r\n', 'npy')!, /^x is text, not a NumPy array/)
    assert.equal(told('\0\x01\x02\x03', 'idx'), null)
  })

  it('lets a reader have what it takes', () => {
    assert.equal(told('\x93NUMPY', 'npy'), null)
    assert.equal(told('\0\0\x08\x03', 'idx'), null)
    assert.equal(told('\x40\0\0\0\0\0\0\0{"a"', 'safetensors'), null)
    assert.equal(told('a,y\n', 'csv'), null)
  })
})
