import type { ClaimImage } from '../../lib/case/image';
import { addressText } from '../../lib/case/held-picture';
import type { MetadataRow } from '../../lib/evidence/metadata-table';
import { fileSize } from '../ui/file-size';
import { textKey, useText } from '../ui/text-context';
import { wallClock } from '../ui/wall-clock';

/** Where the bytes came from and what the file says about itself, as text. */
export function PictureFacts({ image, metadata }: { image: ClaimImage; metadata: MetadataRow[] | null }) {
  const { t, language } = useText();
  return (
    <section className="stack">
      <dl className="facts">
        <dt>{t('rendition')}</dt>
        <dd>
          {t(image.byHand ? textKey('hand', image.byHand) : textKey('rendition', image.rendition))}
          {image.width && ` · ${image.width}×${image.height}`} {image.byteLength !== null && ` · ${fileSize(image.byteLength)}`} {image.format?.toUpperCase()}
        </dd>
        <dt>SHA-256</dt>
        <dd className="mono">{image.sha256}</dd>
        <dt>{t('source')}</dt>
        <dd className="mono">{addressText(image.source ?? image.displayed, language)}</dd>
        {image.fetchedAt && (
          <>
            <dt>{t('fetchedAt')}</dt>
            <dd>{wallClock(image.fetchedAt)}</dd>
          </>
        )}
      </dl>
      <details>
        <summary>{t('metadataTable')}</summary>
        {metadata && metadata.length > 0 ? (
          <table>
            <tbody>
              {metadata.map((row, index) => (
                <tr key={index}>
                  <th scope="row">
                    {row.group} · {row.tag}
                  </th>
                  <td>{row.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p className="quiet">{t('metadataEmpty')}</p>
        )}
      </details>
    </section>
  );
}
