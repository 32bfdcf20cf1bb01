/** Public keys whose owner is established from the service's own pictures. Key as `04‖x‖y` in lower-case hex. */
export interface PinnedKey {
  key: string;
  owner: { zh: string; en: string };
  /** How we know, and since when. */
  source: string;
}

export const pinnedKeys: readonly PinnedKey[] = [
  {
    key: '0407f79b28a17a752b3aae4305c98b48978213832729a2571850b1310b2bc9fe8fee039ccf25ebfeac27502414d9fcef792d777183c98893d226171c2f7a3289a2',
    owner: { zh: '腾讯元宝', en: 'Tencent Yuanbao' },
    source: 'the same key, KeyVersion v1-TxLeOmf7bqU223, in eight pictures downloaded from Yuanbao in December 2025; it may rotate',
  },
];
