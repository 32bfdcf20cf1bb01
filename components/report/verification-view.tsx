import type { Verification } from '../../lib/report/verify';
import { useText, type TextKey } from '../ui/text-context';

const statusKey: Record<string, TextKey> = { ok: 'memberOk', changed: 'memberChanged', missing: 'memberMissing', unlisted: 'memberUnlisted' };

/** Whether a bundle is as it was made, member by member, in words. */
export function VerificationView({ name, result }: { name: string; result: Verification }) {
  const { t } = useText();
  return (
    <section className={result.ok ? 'panel stack' : 'notice stack'} aria-live="polite">
      <h2>
        {result.ok ? '✓' : '✗'} {name}
      </h2>
      {result.messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
      {result.fingerprint && <p className="mono break">{t('keyFingerprint', result.fingerprint)}</p>}
      {result.members.length > 0 && (
        <table>
          <tbody>
            {result.members.map((member) => (
              <tr key={member.name}>
                <td>{t(statusKey[member.status]!)}</td>
                <td className="mono">{member.name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
