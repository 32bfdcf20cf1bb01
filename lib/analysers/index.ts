import type { Analyser } from './analyser';
import { doubleQuantisation } from './compression/double-quantisation';
import { jpegGrid } from './compression/jpeg-grid';
import { shiftedQuantisation } from './compression/shifted-quantisation';
import { quantisationOrigin } from './compression/quantisation-origin';
import { copyMove } from './pixels/copy-move';
import { colourMosaic } from './pixels/colour-mosaic';
import { noiseLevel } from './pixels/noise-level';
import { resampling } from './pixels/resampling';
import { cameraConsistency } from './metadata/camera-consistency';
import { captureTime } from './metadata/capture-time';
import { embeddedThumbnail } from './metadata/embedded-thumbnail';
import { editingSoftware } from './metadata/editing-software';
import { segmentOrder } from './metadata/segment-order';
import { aiLabel } from './provenance/ai-label';
import { digitalSourceType } from './provenance/digital-source-type';
import { generatorTrace } from './provenance/generator-trace';
import { visibleMark } from './provenance/visible-mark';
import { vendorEdit } from './provenance/vendor-edit';
import { dwtDctWatermark } from './provenance/dwt-dct-watermark';
import { stealthMetadata } from './provenance/stealth-metadata';
import { contentCredentials } from './provenance/content-credentials';
import { signedLabel } from './provenance/signed-label';
import { listingMatch } from './own-pictures/listing-match';
import { repeatedLabel } from './reuse/repeated-label';
import { reusedImage } from './reuse/reused-image';
import { syntheticClassifier } from './learned/synthetic-classifier';

/** Every analyser, in the order the interface shows them. Registering here is all it takes to run. */
export const analysers: readonly Analyser[] = [
  aiLabel,
  signedLabel,
  contentCredentials,
  visibleMark,
  digitalSourceType,
  generatorTrace,
  stealthMetadata,
  dwtDctWatermark,
  vendorEdit,
  editingSoftware,
  captureTime,
  cameraConsistency,
  embeddedThumbnail,
  segmentOrder,
  listingMatch,
  reusedImage,
  repeatedLabel,
  syntheticClassifier,
  copyMove,
  noiseLevel,
  resampling,
  colourMosaic,
  jpegGrid,
  doubleQuantisation,
  shiftedQuantisation,
  quantisationOrigin,
];
