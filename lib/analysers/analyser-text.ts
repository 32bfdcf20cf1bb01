import type { AnalyserText, Language } from './analyser';
import { analysers } from './index';

const byId = new Map(analysers.map((analyser) => [analyser.id, analyser.text]));

/** The words of one analyser; undefined for findings of a version that had others. */
export const analyserText = (id: string, language: Language): AnalyserText | undefined => byId.get(id)?.[language];
