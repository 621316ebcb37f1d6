// Makes a zip that has the same bytes for the same files, wherever and whenever it is made.

import { crc32, deflateRawSync } from "node:zlib";

/**
 * A zip with the same bytes for the same files: sorted, dated 1980-01-01.
 * Layout: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3
 * @param {Map<string, Buffer>} files
 */
export function zip(files) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const name of [...files.keys()].sort()) {
    const bytes = /** @type {Buffer} */ (files.get(name));
    const packed = deflateRawSync(bytes, { level: 9 });
    const title = Buffer.from(name);
    const common = Buffer.alloc(26); // from "version needed" to "extra length"
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt16LE(8, 4); // deflate
    common.writeUInt16LE(0x0021, 8); // 1980-01-01
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14); // comment, disk and attributes: all zero
    tail.writeUInt32LE(offset, 10);
    const local = [Buffer.from("PK\x03\x04"), common, title, packed];
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), common, tail, title);
    bodies.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, index, end]);
}
