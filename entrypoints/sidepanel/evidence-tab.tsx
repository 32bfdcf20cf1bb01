import { useState } from 'react';
import { useStore } from 'zustand';
import { textKey, useText } from '@/components/ui/text-context';
import type { CaseFile } from '@/lib/case/case';
import type { ClaimImage, ImageRole } from '@/lib/case/image';
import { problemText } from '@/lib/case/problem-text';
import { caseView, exportBundle } from '@/lib/runtime/case-view';
import { send } from '@/lib/runtime/protocol';
import { AttachmentList } from './attachment-list';

/** As the report names them: the buyer's pictures, those of the listing, and what the merchant added. */
const names = { evidence: 'pictureN', listing: 'listingN', added: 'addedN' } as const satisfies Record<ImageRole, string>;

const inOrder = (images: readonly ClaimImage[]) => (Object.keys(names) as ImageRole[]).flatMap((role) => images.filter((image) => image.role === role).toSorted((a, b) => a.ordinal - b.ordinal));

/** What the bundle will hold, every picture with its digest, and the one click that makes it. */
export function EvidenceTab({ file }: { file: CaseFile }) {
  const { t, language } = useText();
  const [unmask, setUnmask] = useState(false);
  const { exporting } = useStore(caseView);
  const busy = exporting !== null && !exporting.done && !exporting.error;
  const caseId = file.case.id;
  return (
    <>
      <h2>{t('bundleHolds')}</h2>
      <p>{t('bundleList')}</p>
      <table>
        <tbody>
          {inOrder(file.images).map((image) => (
            <tr key={image.id}>
              <th scope="row">
                {t(names[image.role], image.ordinal)}
                <div className="quiet">{image.sha256 && image.role !== 'added' ? t(textKey('rendition', image.rendition)) : ''}</div>
              </th>
              <td className="mono">{image.sha256 ?? (image.problem ? problemText[language][image.problem] : '…')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <AttachmentList caseId={caseId} />
      <label className="row">
        <input type="checkbox" checked={unmask} onChange={(event) => setUnmask(event.target.checked)} />
        {t('unmask')}
      </label>
      <div className="row">
        <button type="button" className="primary" disabled={busy || file.case.status !== 'done'} onClick={() => void exportBundle(unmask)}>
          {t('export')}
        </button>
        {busy && (
          <button type="button" onClick={() => void send('background', 'cancelExport', { caseId })}>
            {t('cancel')}
          </button>
        )}
      </div>
      {busy && <progress max={1} value={exporting.fraction} />}
      <p>
        <a href="/verify.html" target="_blank" rel="noreferrer">
          {t('openVerify')}
        </a>
      </p>
      <p role="status" aria-live="polite">
        {busy ? t('exporting', `${Math.round(exporting.fraction * 100)} %`) : exporting?.error ? t('exportFailed', exporting.error) : exporting?.done ? [t('exported'), exporting.warning].filter(Boolean).join(' ') : ''}
      </p>
    </>
  );
}
