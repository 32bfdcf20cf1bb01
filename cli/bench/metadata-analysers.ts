import type { Analyser } from '../../lib/analysers/analyser';
import { cameraConsistency } from '../../lib/analysers/metadata/camera-consistency';
import { captureTime } from '../../lib/analysers/metadata/capture-time';
import { editingSoftware } from '../../lib/analysers/metadata/editing-software';
import { segmentOrder } from '../../lib/analysers/metadata/segment-order';
import { aiLabel } from '../../lib/analysers/provenance/ai-label';
import { digitalSourceType } from '../../lib/analysers/provenance/digital-source-type';
import { generatorTrace } from '../../lib/analysers/provenance/generator-trace';
import { vendorEdit } from '../../lib/analysers/provenance/vendor-edit';

/** Those that read words and structure, never pixels. */
export const metadataAnalysers: readonly Analyser[] = [aiLabel, digitalSourceType, generatorTrace, vendorEdit, editingSoftware, captureTime, cameraConsistency, segmentOrder];
