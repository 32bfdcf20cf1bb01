export const manifestName = 'SHA256SUMS';
export const signatureName = 'SHA256SUMS.sig';
export const timestampName = 'SHA256SUMS.tsr';
/** They speak about the manifest, so it cannot list them. */
export const aboutManifest: readonly string[] = [manifestName, signatureName, timestampName];

export interface ManifestLine {
  name: string;
  /** Lower-case hex. */
  sha256: string;
}

/** Lines as GNU `sha256sum -b` writes them, sorted by name: `<hex> *<path>`. */
export const manifestText = (lines: readonly ManifestLine[]): string =>
  [...lines].sort((a, b) => (a.name < b.name ? -1 : 1)).map((line) => `${line.sha256} *${line.name}\n`).join('');

/** Thrown for a manifest that is not one, with the line number. */
export class ManifestUnreadable extends Error {
  override name = 'ManifestUnreadable';
}

/** Reads what `sha256sum -c` would accept in text or binary mode; a name listed twice is refused. */
export function readManifest(text: string): ManifestLine[] {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const names = new Set<string>();
  return lines.map((line, index) => {
    const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
    if (!match) throw new ManifestUnreadable(`清单第 ${index + 1} 行无法识别`);
    const [, sha256, name] = match as unknown as [string, string, string];
    if (names.has(name)) throw new ManifestUnreadable(`清单第 ${index + 1} 行重复列出 ${name}`);
    names.add(name);
    return { name, sha256 };
  });
}
