import { useEffect, useState } from 'react';
import type { ShownView } from '@/components/case/trace-views';
import type { Finding } from '@/lib/case/finding';
import type { ViewId } from '@/lib/evidence/views/view';
import { makeView } from '@/lib/runtime/views/host';

interface TraceView {
  selected: ViewId | null;
  select: (view: ViewId | null) => void;
  frames: ShownView[] | null;
  error: string | null;
}

/** The chosen enhancement of one picture, made when asked for and dropped when another picture or view is chosen. */
export function useTraceView(sha256: string | null, findings: Finding[]): TraceView {
  const [chosen, setChosen] = useState<{ sha256: string; view: ViewId } | null>(null);
  const [made, setMade] = useState<{ key: string; frames: ShownView[] | null; error: string | null } | null>(null);
  const selected = chosen && chosen.sha256 === sha256 ? chosen.view : null;
  const grid = findings.find((finding) => finding.analyser === 'jpeg-grid')?.facts ?? [];
  const corner = (key: string) => Number(grid.find((fact) => fact.key === key)?.value ?? 0);
  const [x, y] = [corner('gridX'), corner('gridY')];
  const key = `${sha256} ${selected} ${x} ${y}`;
  useEffect(() => {
    if (!sha256 || !selected) return;
    const stop = new AbortController();
    let urls: string[] = [];
    makeView({ sha256, view: selected, grid: { x, y } }, stop.signal).then(
      (frames) => {
        if (stop.signal.aborted) return;
        const shown = frames.map(({ quality, png }) => ({ quality, url: URL.createObjectURL(png) }));
        urls = shown.map(({ url }) => url);
        setMade({ key, frames: shown, error: null });
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setMade({ key, frames: null, error: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      stop.abort();
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [key, sha256, selected, x, y]);
  const current = made?.key === key ? made : null;
  return { selected, select: (view) => setChosen(view && sha256 ? { sha256, view } : null), frames: current?.frames ?? null, error: current?.error ?? null };
}
