import { latin1, u32be } from './bytes';

interface Packet {
  data: Uint8Array;
  offset: number;
  filled: number;
}

/** Longer extensions are depth maps; their words, if any, come first. */
const maxPacket = 4 << 20;
const maxPackets = 4;

/** Puts the JPEG APP1 parts of Extended XMP together (XMP Specification part 3 §1.1.3.1): GUID(32) full length(4) offset(4) data. */
export class ExtendedXmp {
  private readonly byGuid = new Map<string, Packet>();

  add(bytes: Uint8Array, from: number, to: number): void {
    if (to - from < 40) return;
    const guid = latin1(bytes, from, 32);
    const place = u32be(bytes, from + 36);
    let packet = this.byGuid.get(guid);
    if (!packet) {
      if (this.byGuid.size >= maxPackets) return;
      packet = { data: new Uint8Array(Math.min(u32be(bytes, from + 32), maxPacket)), offset: from + 40, filled: 0 };
      this.byGuid.set(guid, packet);
    }
    const part = bytes.subarray(from + 40, Math.min(to, from + 40 + Math.max(0, packet.data.length - place)));
    if (place >= packet.data.length || part.length === 0) return;
    packet.data.set(part, place);
    packet.filled = Math.max(packet.filled, place + part.length);
  }

  packets(): { data: Uint8Array; offset: number }[] {
    return [...this.byGuid.values()].map(({ data, offset, filled }) => ({ data: data.subarray(0, filled), offset }));
  }
}
