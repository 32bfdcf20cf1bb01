import { useEffect, useState } from 'react';
import { EarlierClaim } from '@/components/case/earlier-claim';
import { wallClock } from '@/components/ui/wall-clock';
import { factText } from '@/lib/analysers/fact-value';
import type { Finding } from '@/lib/case/finding';
import { claimNumber } from '@/lib/case/claim';
import { showCase } from '@/lib/runtime/case-view';
import { database, loadBytes } from '@/lib/runtime/stores';

interface Earlier {
  name: string;
  filed: string | null;
  picture: string | null;
  gone: boolean;
}

async function load(caseId: string, imageId: string | null): Promise<Earlier> {
  const db = await database();
  const [file, image] = await Promise.all([db.get('cases', caseId), imageId ? db.get('images', imageId) : undefined]);
  const bytes = image?.sha256 ? await loadBytes(image.sha256).catch(() => null) : null;
  return {
    name: (file && claimNumber(file.claim)) ?? caseId,
    filed: file?.claim.appliedAt ? wallClock(file.claim.appliedAt).slice(0, 10) : null,
    picture: bytes && URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: image?.format ? `image/${image.format}` : '' })),
    gone: !file,
  };
}

/** Links a finding about an earlier claim to that claim; nothing for other findings. */
export function EarlierLink({ finding }: { finding: Finding }) {
  const caseId = factText(finding, 'caseId'), imageId = factText(finding, 'imageId');
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  useEffect(() => {
    let picture: string | null = null, over = false;
    if (caseId)
      void load(caseId, imageId).then((found) => {
        picture = found.picture;
        if (over && picture) URL.revokeObjectURL(picture);
        else if (!over) setEarlier(found);
      });
    return () => {
      over = true;
      if (picture) URL.revokeObjectURL(picture);
      setEarlier(null);
    };
  }, [caseId, imageId]);
  return caseId && earlier && <EarlierClaim {...earlier} onOpen={() => void showCase(caseId, true)} />;
}
