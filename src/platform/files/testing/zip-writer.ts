import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive for tests. The optional fields are for archives that are wrong on purpose. */
export interface ZipPart {
  name: string;
  content: string | Buffer;
  /** Default: true. */
  compress?: boolean;
  /** Says so in the headers; the content stays as it is. */
  encrypted?: boolean;
  /** The uncompressed size to declare, in bytes. */
  declaredSize?: number;
  declaredCrc32?: number;
  /** Writes no data, but points the directory at the part of this index. */
  sharesDataOf?: number;
}

/** Writes a ZIP archive (PKWARE APPNOTE.TXT), without ZIP64. */
export function writeZip(parts: readonly ZipPart[], { comment = '' } = {}): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = typeof part.content === 'string' ? Buffer.from(part.content) : part.content;
    const data = part.compress === false ? content : deflateRawSync(content, { level: 9 });
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800 | (part.encrypted === true ? 1 : 0), 2);
    fields.writeUInt16LE(part.compress === false ? 0 : 8, 4);
    fields.writeUInt16LE(0x21, 8); // 1980-01-01
    fields.writeUInt32LE(part.declaredCrc32 ?? crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(part.declaredSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);

    const header = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name]);
    const start = part.sharesDataOf === undefined ? offset : (offsets[part.sharesDataOf] ?? 0);
    offsets.push(start);
    if (part.sharesDataOf === undefined) {
      local.push(header, data);
      offset += header.length + data.length;
    }

    const place = Buffer.alloc(14);
    place.writeUInt32LE(start, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), fields, place, name);
  }
  const directoryBytes = Buffer.concat(directory);
  const commentBytes = Buffer.from(comment, 'latin1');
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(commentBytes.length, 20);
  return Buffer.concat([...local, directoryBytes, end, commentBytes]);
}
