import { useEffect, useState } from 'react';
import type { CaseFile } from '@/lib/case/case';
import type { Finding, Region } from '@/lib/case/finding';
import type { ClaimImage } from '@/lib/case/image';
import { parseMapping } from '@/lib/evidence/match/on-reference';
import { loadBytes } from '@/lib/runtime/stores';
import { warpPicture } from '@/lib/runtime/warp-picture';

/** The merchant's picture laid onto the buyer's, where a finding says how; null while it is made, or where there is none. */
export function useComparison(file: CaseFile, image: ClaimImage | undefined, match: Finding | undefined): { url: string; regions: Region[]; share: number | null } | null {
  const [made, setMade] = useState<{ key: string; url: string } | null>(null);
  const fact = (key: string) => match?.facts.find((one) => one.key === key)?.value;
  const mapping = String(fact('mapping') ?? '');
  const mirrored = fact('mirrored') === true;
  const own = file.images.find((one) => one.id === fact('reference'))?.sha256;
  const { width, height } = image ?? {};
  const key = own && mapping && width && height ? `${own} ${image!.id}` : '';
  useEffect(() => {
    const homography = parseMapping(mapping);
    if (!key || !own || !homography || !width || !height) return;
    let url = '';
    let gone = false;
    void loadBytes(own)
      .then((bytes) => warpPicture(bytes, homography, mirrored, { width, height }))
      .then((blob) => {
        if (gone) return;
        url = URL.createObjectURL(blob);
        setMade({ key, url });
      })
      .catch(() => setMade(null));
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [key, own, mapping, mirrored, width, height]);
  return made && made.key === key && key ? { url: made.url, regions: match?.regions ?? [], share: typeof fact('share') === 'number' ? (fact('share') as number) : null } : null;
}
