import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ground } from '../../../lib/appeal/ground';
import { grounds } from '../../../lib/appeal/grounds';
import { readCase } from '../../../lib/appeal/letter-case';
import { idsOf } from '../../../lib/appeal/prose';
import { recipients } from '../../../lib/appeal/recipients';
import { voiceOf } from '../../../lib/appeal/voices';
import { shippedPlatformIds } from '../../../lib/case/platform';
import { lawRecord } from '../../../lib/law';
import { DraftRefused } from '../../../lib/appeal/input';
import { randomCase } from './random-case';

const room = resolve(import.meta.dirname, '../../../lib/appeal');
const files = (folder: string) => readdirSync(resolve(room, folder)).filter((file) => file !== 'index.ts').map((file) => file.replace('.ts', ''));

describe('grounds and recipients', () => {
  it('are one file each, named by id, and registered', () => {
    expect(files('grounds').sort()).toEqual(grounds.map((ground) => ground.id).sort());
    expect(files('recipients').sort()).toEqual(Object.keys(recipients).sort());
    for (const [id, recipient] of Object.entries(recipients)) expect(recipient.id).toBe(id);
  });

  it('declare only provisions we hold and may print', () => {
    for (const { id, cites } of grounds)
      for (const cited of cites) {
        const record = lawRecord(cited);
        expect(record?.verified && record.decidedBy !== null && !record.topics.some((topic) => topic === 'merchant_counter' || topic === 'not_verbatim'), `${id} ${cited}`).toBe(true);
      }
  });

  it('name only what they declare', () => {
    const used = new Map<string, Set<string>>();
    for (let seed = 1; seed <= 1500; seed += 1) {
      try {
        const letter = readCase({ ...randomCase(seed), recipient: 'platform' });
        for (const ground of grounds as readonly Ground[]) {
          if (!ground.appliesWhen(letter)) continue;
          const { long, medium } = ground.argue(letter);
          const ids = [...long, ...medium].flatMap(idsOf).concat(ground.shortest(letter).map((ref) => ref.split(' ')[0]!));
          used.set(ground.id, new Set([...(used.get(ground.id) ?? []), ...ids]));
        }
      } catch (error) {
        if (!(error instanceof DraftRefused)) throw error;
      }
    }
    expect([...used.keys()].sort()).toEqual(grounds.map((ground) => ground.id).sort());
    for (const ground of grounds as readonly Ground[]) for (const id of used.get(ground.id)!) expect(ground.cites, `${ground.id} names ${id}`).toContain(id);
  });

  it('address every platform we read by its own name', () => {
    for (const id of shippedPlatformIds) expect(voiceOf(id).name, id).not.toBe('');
    expect(voiceOf('some-other-market').addressee).toBe('平台售后申诉审核');
  });
});
