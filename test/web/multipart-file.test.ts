import { expect, test } from 'vitest';
import { BrokenForm, boundaryOf, multipartFile } from '../../src/web/multipart-file.ts';

const BOUNDARY = '----x';
const part = (headers: string, content: string) => `------x\r\n${headers}\r\n\r\n${content}\r\n`;
const FILE = 'Content-Disposition: form-data; name="fichier"; filename="a b.csv"\r\nContent-Type: text/csv';

async function read(text: string, size: number) {
  async function* pieces() {
    const bytes = Buffer.from(text, 'latin1');
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  let name: string | undefined;
  let content = '';
  for await (const piece of multipartFile(pieces(), BOUNDARY)) {
    if (piece.kind === 'file') name = piece.name;
    else content += Buffer.from(piece.bytes).toString('latin1');
  }
  return { name, content };
}

test('the file of a form is found however its bytes are cut', async () => {
  const field = part('Content-Disposition: form-data; name="x"', 'y');
  for (const content of ['', 'a;b\r\n1;2\r\n', '\r\n------', 'é\r\n--', '\r\n\r\n', '"'.repeat(300)]) {
    const form = `${field}${part(FILE, content)}${field}------x--\r\n`;
    for (const size of [1, 2, 3, 5, 64, 10_000]) {
      expect(await read(form, size)).toEqual({ name: 'a b.csv', content });
    }
  }
});

test('a torn form is refused', async () => {
  await expect(read(part(FILE, 'abc').slice(0, -3), 10)).rejects.toBeInstanceOf(BrokenForm);
  await expect(read(`------x\r\n${'a'.repeat(20_000)}`, 1000)).rejects.toBeInstanceOf(BrokenForm);
});

test('the separator is told by the type of the request', () => {
  expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc');
  expect(boundaryOf('multipart/form-data; boundary="a b"')).toBe('a b');
  expect(boundaryOf('application/x-www-form-urlencoded')).toBeUndefined();
  expect(boundaryOf(`multipart/form-data; boundary=${'x'.repeat(99)}`)).toBeUndefined();
  expect(boundaryOf(null)).toBeUndefined();
});
