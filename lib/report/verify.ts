import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { aboutManifest, manifestName, ManifestUnreadable, readManifest, signatureName, timestampName, type ManifestLine } from './manifest';
import { beijingTime } from './time';
import { verifySignature } from './trust/device-key';
import { readTimestamp, TimestampRefused, type TimestampReading } from './trust/timestamp';
import { inMemory, readDirectory, readMember, readWhole, usualLimits, ZipRefused, type RandomAccess, type ZipLimits, type ZipMember, type ZipProblem } from './zip-reader';

export type MemberStatus = 'ok' | 'changed' | 'missing' | 'unlisted';

export interface VerifiedMember {
  name: string;
  status: MemberStatus;
}

export interface Verification {
  /** Every listed file is there unchanged, nothing else is, and a signature or timestamp, where present, holds. */
  ok: boolean;
  /** Why the file could not be checked at all; null where it was. */
  refused: ZipProblem | 'no-manifest' | 'manifest-unreadable' | null;
  members: VerifiedMember[];
  /** `no-key`: signed, but the public key is missing or unreadable. `other-key`: valid, but not by the key asked for. */
  signature: 'valid' | 'invalid' | 'absent' | 'no-key' | 'other-key';
  /** Hex SHA-256 of the signing key's SubjectPublicKeyInfo. */
  fingerprint: string | null;
  timestamp: { status: 'matches' | 'mismatch' | 'unreadable' | 'absent'; at: string | null; authority: string | null; signature: TimestampReading['signature'] };
  /** What to tell the reader, in Chinese, most important first. */
  messages: string[];
}

export interface VerifyOptions {
  signal?: AbortSignal;
  /** Bytes read so far of all members. */
  onProgress?: (done: number, total: number) => void;
  limits?: ZipLimits;
  /** Hex fingerprint the signing key must have; a bundle signed by another key, or not at all, is then not ok. */
  fingerprint?: string;
}

const keyName = 'device-key.pub.json';
const smallCap = 4 << 20;
const noTimestamp: Verification['timestamp'] = { status: 'absent', at: null, authority: null, signature: 'not-checked' };
const refusal = (refused: Verification['refused'], message: string): Verification => ({ ok: false, refused, members: [], signature: 'absent', fingerprint: null, timestamp: noTimestamp, messages: [message, '没有得出“完整”或“被改动”的结论。请向提供者索要原始 ZIP 后重试。'] });

/** Some tools pack the folder itself: names are then read below the one folder that holds the manifest. */
function below(members: ZipMember[]): Map<string, ZipMember> {
  const prefix = members.map((member) => /^(?:([^/]+)\/)?SHA256SUMS$/.exec(member.name)).find(Boolean)?.[1];
  const all = prefix === undefined || members.some((member) => member.name === manifestName) ? '' : `${prefix}/`;
  return new Map(members.map((member) => [member.name.startsWith(all) ? member.name.slice(all.length) : `../${member.name}`, member]));
}

/** What operating systems add when they pack a folder; it is not the bundle's, and it is named, but harmless. */
const litter = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/;

async function digest(zip: RandomAccess, member: ZipMember, seen: (bytes: number) => void, signal?: AbortSignal): Promise<string | null> {
  const hash = sha256.create();
  try {
    for await (const part of readMember(zip, member, signal)) {
      hash.update(part);
      seen(part.length);
    }
  } catch (error) {
    // A member that cannot be unpacked is a changed one; the others are still checked.
    if (error instanceof ZipRefused) return null;
    throw error;
  }
  return bytesToHex(hash.digest());
}

async function timestampOf(bytes: Uint8Array, manifest: Uint8Array): Promise<Verification['timestamp']> {
  try {
    const { at, matches, signature, authority } = await readTimestamp(bytes, manifest);
    return { status: matches && signature !== 'invalid' ? 'matches' : 'mismatch', at, authority, signature };
  } catch (error) {
    return { ...noTimestamp, status: error instanceof TimestampRefused ? 'mismatch' : 'unreadable' };
  }
}

function messagesOf(result: Omit<Verification, 'messages'>): string[] {
  const named = (status: MemberStatus) => result.members.filter((member) => member.status === status).map((member) => member.name);
  const messages: string[] = [];
  const [changed, missing, unlisted] = [named('changed'), named('missing'), named('unlisted')];
  if (result.ok) messages.push(`核验通过：${result.members.length} 个文件与清单完全一致。`);
  if (changed.length) messages.push(`以下文件与清单不符，导出后被改动过：${changed.join('、')}。`);
  if (missing.length) messages.push(`以下文件列在清单中，但证据包里没有：${missing.join('、')}。`);
  if (unlisted.length) messages.push(`以下文件不在清单中，是导出后加入的：${unlisted.join('、')}。`);
  if (result.signature === 'valid') messages.push(`设备签名有效，清单自签名后未变。公钥指纹 ${result.fingerprint}；公钥属于谁，请向商家核对。`);
  if (result.signature === 'invalid') messages.push(`设备签名（${signatureName}）与清单（${manifestName}）不符：其中之一在签名后被改动过。`);
  if (result.signature === 'other-key') messages.push(`签名有效，但不是指定的设备所签。实际公钥指纹 ${result.fingerprint}。`);
  if (result.signature === 'no-key') messages.push('有签名文件，但找不到可用的公钥（device-key.pub.json），无法核对签名。');
  if (result.signature === 'absent') messages.push('没有设备签名：只能确认文件与清单一致，不能确认清单由谁生成。');
  const { timestamp } = result;
  if (timestamp.status === 'matches') messages.push(`可信时间戳 ${beijingTime(timestamp.at!)}${timestamp.authority ? `，由 ${timestamp.authority} 签发` : ''}：该时间之前清单已存在。${timestamp.signature === 'valid' ? '签发机构是否可信，请自行判断。' : '签发机构的签名未能核对。'}`);
  if (timestamp.status === 'mismatch') messages.push(`时间戳（${timestampName}）与清单不符。`);
  if (timestamp.status === 'unreadable') messages.push(`时间戳文件（${timestampName}）无法读取。`);
  return messages;
}

/** Checks a bundle from anyone: every member against the manifest, then signature and timestamp. Never throws for what is in the file. */
export async function verifyBundle(source: Uint8Array | RandomAccess, options: VerifyOptions = {}): Promise<Verification> {
  const zip = source instanceof Uint8Array ? inMemory(source) : source;
  let found: Map<string, ZipMember>;
  let lines: ManifestLine[];
  let manifest: Uint8Array;
  try {
    found = below(await readDirectory(zip, options.limits ?? usualLimits));
    const entry = found.get(manifestName);
    if (!entry) return refusal('no-manifest', '这个 ZIP 里没有哈希清单 SHA256SUMS，不是验图的证据包，或清单已被删除。');
    manifest = await readWhole(zip, entry, smallCap);
    lines = readManifest(new TextDecoder().decode(manifest));
  } catch (error) {
    if (error instanceof ZipRefused) return refusal(error.problem, error.message);
    if (error instanceof ManifestUnreadable) return refusal('manifest-unreadable', `哈希清单 ${manifestName} 已被改动或损坏：${error.message}。`);
    throw error;
  }
  const total = [...found.values()].reduce((sum, member) => sum + member.size, 0);
  let done = 0;
  const seen = (bytes: number) => {
    done += bytes;
    options.onProgress?.(done, total);
  };
  const members: VerifiedMember[] = [];
  for (const line of lines) {
    options.signal?.throwIfAborted();
    const member = found.get(line.name);
    members.push({ name: line.name, status: !member ? 'missing' : (await digest(zip, member, seen, options.signal)) === line.sha256 ? 'ok' : 'changed' });
  }
  const listed = new Set([...lines.map((line) => line.name), ...aboutManifest]);
  members.push(...[...found.keys()].filter((name) => !listed.has(name) && !litter.test(name)).map((name) => ({ name, status: 'unlisted' as const })));
  const small = async (name: string) => (found.has(name) ? readWhole(zip, found.get(name)!, smallCap).catch(() => new Uint8Array(0)) : null);
  const [signature, key, token] = [await small(signatureName), await small(keyName), await small(timestampName)];
  const jwk = key && parsed(key);
  // A key without its signature: the signature was taken out.
  if (!signature && listed.has(keyName)) members.push({ name: signatureName, status: 'missing' });
  const fingerprint = signature && jwk ? await verifySignature(jwk, signature, manifest) : null;
  const result = {
    refused: null,
    members,
    signature: signatureStatus(signature !== null, Boolean(jwk), fingerprint, options.fingerprint),
    fingerprint,
    timestamp: token ? await timestampOf(token, manifest) : noTimestamp,
  };
  const ok = members.length > 0 && members.every((member) => member.status === 'ok') && (result.signature === 'valid' || (result.signature === 'absent' && options.fingerprint === undefined)) && (result.timestamp.status === 'matches' || result.timestamp.status === 'absent');
  const verification = { ok, ...result };
  return { ...verification, messages: messagesOf(verification) };
}

function signatureStatus(signed: boolean, hasKey: boolean, fingerprint: string | null, wanted: string | undefined): Verification['signature'] {
  if (!signed) return 'absent';
  if (!hasKey) return 'no-key';
  if (fingerprint === null) return 'invalid';
  return wanted === undefined || wanted.toLowerCase() === fingerprint ? 'valid' : 'other-key';
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
